import { useLayoutEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useCall } from '../../../api/client.ts';
import { copyText } from '../../../lib/copy.ts';
import { t } from '../../../lib/words.ts';
import { useToast } from '../../../ui/feedback/toast-state.ts';
import { sanitiseHtml } from './sanitise-html.ts';

const hostOf = (address: string): string => (URL.canParse(address) && new URL(address).host) || address;

/** Hands an address to the one place that opens addresses; what it does not open can be copied. */
function useOpenLink(): (address: string) => void {
  const call = useCall();
  const toast = useToast((state) => state.show);
  return (address) => {
    call('system.openLink', { url: address }).catch(() =>
      toast(t('work.link-refused', { host: hostOf(address) }), {
        label: 'work.link-copy',
        run: () => void copyText(address),
      }),
    );
  };
}

/** The address of the link that an event came from; undefined where it came from none. */
function addressOf(target: EventTarget): string | undefined {
  const link = target instanceof Element ? target.closest('[data-address]') : null;
  return link?.getAttribute('data-address') ?? undefined;
}

/**
 * A vendor's HTML, shown. The one place where any is: nodes go in that the sanitiser let through, never a text. Its
 * links have no address of the browser's; a press on one asks our own handler.
 */
function VendorHtml({ html }: { readonly html: string }) {
  const box = useRef<HTMLDivElement>(null);
  const open = useOpenLink();
  const clean = useMemo(() => sanitiseHtml(html), [html]);
  useLayoutEffect(() => {
    // A copy: the same nodes are put in again when React mounts twice.
    box.current?.replaceChildren(clean.cloneNode(true));
  }, [clean]);

  const press = (event: MouseEvent | KeyboardEvent): void => {
    const address = addressOf(event.target);
    if (address === undefined) return;
    event.preventDefault();
    open(address);
  };
  return (
    // The links in it are what is pressed, and they hear keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      className="vendor-html selectable"
      onClick={press}
      onKeyDown={(event) => {
        if (event.key === 'Enter') press(event);
      }}
    />
  );
}

/** A tag as it is written, or a sign as HTML writes it; "p<q && r>s" is neither. */
const LOOKS_LIKE_HTML =
  /<\/?[a-z][a-z\d:-]*(?:\s+[\w:@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*\/?>|&(?:[a-z][a-z\d]*|#\d+|#x[\da-f]+);/i;

/** Text that may have HTML in it. What has none is shown to the letter, with its line breaks. */
export function RichText({ text }: { readonly text: string }) {
  if (LOOKS_LIKE_HTML.test(text)) return <VendorHtml html={text} />;
  return <p className="selectable detail-long">{text}</p>;
}
