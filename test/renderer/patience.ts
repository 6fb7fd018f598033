import { configure } from '@testing-library/react';
import { loadLateScreens } from '../../src/renderer/app/late-screens.ts';

// Drawing the whole app for the first time takes long on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
// Tests wait for what screens show, not for their code; that a screen may come late has tests of its own.
await loadLateScreens();
