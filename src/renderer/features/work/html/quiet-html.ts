/** A start tag. A value with `<` in it is none that this reads: to look for its end could take as long as one likes. */
const START_TAG = /<([a-z][a-z\d:-]*)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>/gi;
const ADDRESS = /(?:^|[\s/"'])href\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)/i;
const STYLE = /<style\b[^<>]*>[\s\S]*?(?:<\/style[^<>]*>|$)/gi;

/**
 * HTML without the style sheets and attributes that no reader will see, an address left aside. **No protection**: that
 * is the sanitiser's, to which the text goes next. A browser reports every style and handler that the page's policy
 * keeps from taking effect, also where it only reads the text, and a note pasted from a mail has hundreds.
 */
export const quietHtml = (html: string): string =>
  html.replaceAll(STYLE, '').replaceAll(START_TAG, (_tag, name: string, attributes: string) => {
    const address = ADDRESS.exec(attributes)?.[1];
    return address === undefined ? `<${name}>` : `<${name} href=${address}>`;
  });
