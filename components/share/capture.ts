import { ahead } from '@/lib/case/open/ahead';

const loadDrawing = ahead(() => import('html-to-image'));

/**
 * A card as it stands on the page, as PNG, in the theme of the page and with the page's font inside.
 * Rejects where the browser cannot draw it.
 * @param card does not scroll, is shown in full, and has font sizes of whole px: a fraction is cut off in the picture
 * @param width of the picture, px
 */
export async function captureCard(card: HTMLElement, width: number): Promise<Blob> {
  await document.fonts.ready;
  const [{ toBlob }, fontEmbedCSS] = await Promise.all([loadDrawing(), embeddedFonts()]);
  const { backgroundColor } = getComputedStyle(card);
  const png = await toBlob(card, {
    pixelRatio: width / card.offsetWidth,
    width: card.offsetWidth,
    height: card.offsetHeight,
    backgroundColor,
    fontEmbedCSS,
  });
  if (!png) throw new Error('the browser drew no picture');
  return png;
}

let fonts: Promise<string> | null = null;
let fontCount = -1;

/** The page's own font faces that are in use, with their files inside. Read once, and again when another face came into use. */
function embeddedFonts(): Promise<string> {
  const used = new Set([...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.unicodeRange));
  if (fonts === null || fontCount !== used.size) {
    fontCount = used.size;
    fonts = Promise.all(
      faceRules()
        .filter((rule) => used.has(rule.style.getPropertyValue('unicode-range')) || used.has(normalRange(rule)))
        .map(embedded),
    ).then((rules) => rules.join('\n'));
    fonts.catch(() => {
      fonts = null;
    });
  }
  return fonts;
}

function faceRules(): CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  );
}

/** A face's range as the font set writes it, in which it may differ from the sheet's in case and blanks. */
function normalRange(rule: CSSFontFaceRule): string {
  return rule.style.getPropertyValue('unicode-range').toUpperCase().replace(/,\s*/g, ', ');
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1] ?? '';
  const font = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI));
  if (!font.ok) throw new Error(`the font could not be read: ${font.status}`);
  return rule.cssText.replace(/url\("?[^")]+"?\)/, `url("${await dataUrl(await font.blob())}")`);
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    };
    reader.onerror = () => {
      reject(new Error('the font could not be read'));
    };
    reader.readAsDataURL(blob);
  });
}
