import { useAppearance } from '../lib/appearance-state.ts';
import { commandsOf, useCommandsState, type CommandGroup } from '../lib/commands-state.ts';
import { t } from '../lib/words.ts';
import { Keys } from '../ui/button/kbd.tsx';
import { Sheet } from '../ui/palette/sheet.tsx';
import './shortcut-sheet.css';

const GROUPS: readonly CommandGroup[] = ['go', 'list', 'record', 'report', 'workspace', 'view'];

/** Every key that does something now. The list is the commands themselves, so it cannot be out of date. */
export function ShortcutSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const bySource = useCommandsState((state) => state.bySource);
  const letters = useAppearance((state) => state.letters);
  const commands = commandsOf(bySource).filter(({ keys }) => keys !== undefined);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('shortcuts.title')} closeLabel={t('shortcuts.close')}>
      {!letters && <p className="shortcuts-off">{t('shortcuts.off')}</p>}
      <div className="shortcuts">
        {GROUPS.map((group) => {
          const own = commands.filter((command) => command.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`command.group.${group}`)}</h3>
              <ul>
                {own.map(({ id, title, keys }) => (
                  <li key={id}>
                    <span className="grow">{t(title)}</span>
                    {keys?.map((key) => (
                      <Keys key={key} keys={key} />
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Sheet>
  );
}
