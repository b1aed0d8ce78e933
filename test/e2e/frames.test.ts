import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { marks, until, waitForMarks } from "../../scripts/drive.ts";
import { article, inEachBrowser, pass } from "../stage.ts";
import { FRAME, framed, frameOf, PROSE, STORY, srcdoc } from "./frames.ts";

const MENTION = "<p>It began with Xi Jinping, and nobody had thought that it would go on for as long as that.</p>";
const LATER = `<p>In the evening Sergei Lavrov spoke to the journalists who had waited outside the palace.</p>${PROSE}`;

/** What we have left in the document of a frame. */
function traces(page: Page, id?: string): Promise<number[]> {
  return frameOf(page, id).then((frame) =>
    frame.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]),
  );
}

inEachBrowser("frames", (stage) => {
  const own = async (page: Page) => (await marks(page)).map(({ text }) => text);

  it("reads a frame of the page's own origin as if its text stood in the page", async () => {
    const page = await stage.open(
      article(`<p>Kim Jong Un was there.</p>${srcdoc("<p>Kim stayed.</p>")}<p>Kim left.</p>`),
    );
    expect(await framed(page, ["Kim"])).toEqual(["Kim"]);
    expect(await own(page)).toEqual(["Kim Jong Un", "Kim"]);
    const shown = await (await frameOf(page)).evaluate(() => {
      const [line] = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      return line?.cssText;
    });
    expect(shown).toContain("::highlight(dramatis-underline)");
  });

  it("reads an article that stands in a frame as a whole, with its headline outside", async () => {
    const page = await stage.open(
      article(srcdoc(`${STORY}<nav><p>Kim Jong Un</p></nav>`), { title: "Xi Jinping waits" }),
    );
    expect(await framed(page, ["Vladimir Putin"])).toEqual(["Vladimir Putin"]);
    expect(await own(page)).toEqual(["Xi Jinping"]);
  });

  it("follows a frame that loads late, goes to another address and is written anew", async () => {
    const inner = (html: string) => `<!doctype html><title>Inner</title>${html}`;
    const page = await stage.driver.open(
      `${(await stage.serve({ "/article": article(MENTION), "/one": inner(STORY), "/two": inner(LATER) })).origin}/article`,
    );
    await waitForMarks(page);
    await page.evaluate((style) => {
      const frame = Object.assign(document.createElement("iframe"), { id: "story", src: "/one", style });
      document.querySelector("main")?.append(frame);
    }, FRAME);
    expect(await framed(page, ["Vladimir Putin"])).toEqual(["Vladimir Putin"]);
    await page.$eval("#story", (frame) => Object.assign(frame, { src: "/two" }));
    expect(await framed(page, ["Sergei Lavrov"])).toEqual(["Sergei Lavrov"]);
    await page.$eval("#story", (frame) => {
      const { contentDocument } = frame as HTMLIFrameElement;
      contentDocument?.open();
      contentDocument?.write(
        "<p>Afterwards Vladimir Putin flew home again, and the journalists with him did so too.</p>",
      );
      contentDocument?.close();
    });
    expect(await framed(page, ["Vladimir Putin"])).toEqual(["Vladimir Putin"]);
    await (await frameOf(page)).evaluate(() =>
      document.body.insertAdjacentHTML("beforeend", "<p>Kim Jong Un slept.</p>"),
    );
    expect(await framed(page, ["Vladimir Putin", "Kim Jong Un"])).toEqual(["Vladimir Putin", "Kim Jong Un"]);
    expect(await own(page)).toEqual(["Xi Jinping"]);
  });

  it("reads on where a frame has gone while its text was changing", async () => {
    const page = await stage.open(article(`${MENTION}<div>${srcdoc(STORY)}</div>`));
    await framed(page, ["Vladimir Putin"]);
    await page.$eval("#story", (frame) => {
      (frame as HTMLIFrameElement).contentDocument?.body.append("Kim Jong Un came.");
      frame.remove();
    });
    // Firefox lets go of what the frame held in its own time.
    await pass(page);
    await page.$eval("main", (main) => main.insertAdjacentHTML("beforeend", "<p>Then he met Sergei Lavrov.</p>"));
    await until("the later mark", async () => (await own(page)).length === 2);
    expect(await own(page)).toEqual(["Xi Jinping", "Sergei Lavrov"]);
  });

  it("reads frames within frames, and no frame that is hidden until it is shown", async () => {
    const page = await stage.open(
      article(`${MENTION}${srcdoc(`${PROSE}${srcdoc(STORY)}`, `${FRAME}; display: none`)}`),
    );
    await waitForMarks(page);
    await pass(page);
    await page.$eval("#story", (frame) => {
      (frame as HTMLElement).style.display = "block";
    });
    const inner = async () => {
      const frame = await (await (await frameOf(page)).$("#story"))?.contentFrame();
      return frame ? (await marks(frame)).map(({ text }) => text) : [];
    };
    await until("the inner marks", async () => (await inner()).length > 0);
    expect(await inner()).toEqual(["Vladimir Putin"]);
    await page.$eval("#story", (frame) => {
      (frame as HTMLElement).style.display = "none";
    });
    await until("the inner marks to go", async () => (await inner()).length === 0);
  });

  it("leaves alone what is small, called an ad, around the article, sandboxed or of another origin", async () => {
    const { origin } = await stage.serve({ "/story": STORY });
    const frames = {
      small: srcdoc(STORY, "width: 299px; height: 200px"),
      ad: srcdoc(STORY, FRAME, 'name="google_ads_iframe_1"'),
      furniture: `<aside>${srcdoc(STORY)}</aside>`,
      sandboxed: srcdoc(STORY, FRAME, 'sandbox="allow-scripts"'),
      foreign: `<iframe id="story" style="${FRAME}" src="${origin}/story"></iframe>`,
    };
    const all = Object.entries(frames).map(([id, html]) => html.replace('id="story"', `id="${id}"`));
    const page = await stage.open(article(`${MENTION}${all.join("")}${srcdoc(STORY)}`));
    expect(await framed(page, ["Vladimir Putin"])).toEqual(["Vladimir Putin"]);
    for (const id of Object.keys(frames)) expect([id, ...(await traces(page, id))]).toEqual([id, 0, 0]);
  });

  it("leaves nothing behind in a frame when the page becomes none that is read", async () => {
    const page = await stage.open(article(`${MENTION}${srcdoc(STORY)}`));
    await framed(page, ["Vladimir Putin"]);
    expect(await traces(page)).toEqual([3, 1]);
    await page.evaluate(() => {
      for (const meta of document.querySelectorAll("meta[property]")) meta.remove();
      history.pushState({}, "", "/");
    });
    await until("the marks to go", async () => (await own(page)).length === 0);
    expect(await traces(page)).toEqual([0, 0]);
  });
});
