import type { Frame, Page } from "puppeteer-core";
import { type Box, type Mark, marks, until } from "../../scripts/drive.ts";

export const PROSE =
  "<p>The delegation stayed for two days and looked at a bridge, a hospital and, on the last day, a parade ground.</p>";
export const STORY = `<p>Vladimir Putin came to Pyongyang with a large delegation, as he had said in spring that he would.</p>${PROSE}`;
/** Between the edge of `FRAME` and what it shows, in px. */
const EDGE = 5 + 7;
export const FRAME = "width: 500px; height: 200px; border: 5px solid; padding: 7px";

/** A frame with a document of its own, in the page's origin; its id is `story`. */
export function srcdoc(html: string, style = FRAME, attributes = ""): string {
  return `<iframe id="story" style="${style}" ${attributes} srcdoc="${html.replaceAll('"', "&quot;")}"></iframe>`;
}

export async function frameOf(page: Page, id = "story"): Promise<Frame> {
  const frame = await (await page.$(`#${id}`))?.contentFrame();
  if (!frame) throw new Error(`no frame ${id}`);
  return frame;
}

/** What the frame paints: as soon as it says exactly `expected`, else as it is after a while. */
export async function framed(page: Page, expected: string[], id?: string): Promise<string[]> {
  // A frame that loads, or has gone, has no marks.
  const read = () => frameOf(page, id).then(texts, () => []);
  const isThere = async () => JSON.stringify(await read()) === JSON.stringify(expected);
  await until("the marks in the frame", isThere).catch(() => undefined);
  return read();
}

async function texts(frame: Frame): Promise<string[]> {
  return (await marks(frame)).map(({ text }) => text);
}

/** The nth name in the frame, in the viewport of the page; `scale` is how much larger the page shows the frame. */
export async function boxInFrame(page: Page, index = 0, { id = "story", edge = EDGE, scale = 1 } = {}): Promise<Box> {
  const box = ((await marks(await frameOf(page, id)))[index] as Mark | undefined)?.boxes[0];
  if (!box) throw new Error(`no mark ${index} is to be seen in the frame`);
  const { left, top } = await page.$eval(`#${id}`, (frame) => {
    const { left, top } = frame.getBoundingClientRect();
    return { left, top };
  });
  return {
    x: left + (edge + box.x) * scale,
    y: top + (edge + box.y) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/** Moves the real pointer onto a place, and lets it rest there. */
export async function point(page: Page, { x, y, width, height }: Box): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 6 });
  await page.mouse.move(x + width / 2 + 1, y + height / 2);
}
