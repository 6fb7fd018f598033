import { t } from '../lib/words.ts';
import { EditParts } from './edit-parts.tsx';
import { LargeParts } from './large-parts.tsx';
import { ListStatesParts } from './list-states-parts.tsx';
import { SmallParts } from './small-parts.tsx';
import '../ui/list/list.css';
import '../features/report/report.css';
import './gallery.css';

/** Every part of the design system in every state, from the same code as the app. */
export function Gallery() {
  return (
    <main className="gallery">
      <h1>{t('gallery.title')}</h1>
      <p className="muted">{t('gallery.intro')}</p>
      <SmallParts />
      <EditParts />
      <ListStatesParts />
      <LargeParts />
    </main>
  );
}
