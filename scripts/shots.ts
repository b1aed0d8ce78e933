import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserName, ensureBrowser } from "./browsers.ts";
import { build } from "./build.ts";
import { type Driver, launch, waitForMarks } from "./drive.ts";
import { type Served, serve } from "./serve.ts";
import { deskOf } from "./shots/desk.ts";
import { type Look, looksOf, SCHEMES, TEXT_SIZE, WINDOW } from "./shots/looks.ts";
import { OWN_POSES, picturesOfOwn } from "./shots/own-pages.ts";
import type { Scene } from "./shots/scene.ts";
import { SCENES } from "./shots/scenes.ts";
import { type Shot, sheetOf } from "./shots/sheet.ts";
import { take } from "./shots/take.ts";
import { writeInLanguage } from "./shots/words.ts";

const USAGE = `Usage: npm run shots [-- options]
  --browser NAME   chromium or firefox; default is both
  --only TEXT      the states whose name has this in it, as the pictures are called
  --out DIR        where the pictures and their page go; default is shots/`;

const BROWSERS: Record<string, readonly BrowserName[]> = {
  chromium: ["chromium", "chrome", "edge"],
  firefox: ["firefox"],
};

/** A state under conditions: one card, and a picture of it in each colour scheme. */
interface Pose {
  readonly name: string;
  readonly group: string;
  readonly scene: Scene;
  readonly look: Look;
}

const POSES: readonly Pose[] = Object.entries(SCENES).flatMap(([group, scenes]) =>
  scenes.flatMap((scene) =>
    looksOf(scene).map((look) => ({ name: [scene.name, look.name].filter(Boolean).join("-"), group, scene, look })),
  ),
);

/** @throws Error that says what is wrong with the command line, and how it is used */
function readChoice(args: string[]) {
  const options = { browser: { type: "string" }, only: { type: "string" }, out: { type: "string" } } as const;
  const { browser, only = "", out } = parseArgs({ args, options }).values;
  if (browser !== undefined && !Object.hasOwn(BROWSERS, browser)) throw usage(`There is no browser “${browser}”.`);
  const poses = POSES.filter(({ name }) => name.includes(only));
  const ownPoses = OWN_POSES.filter(({ name }) => name.includes(only));
  if (!poses.length && !ownPoses.length) throw usage(`No state has “${only}” in its name.`);
  return {
    browsers: browser ? [browser] : Object.keys(BROWSERS),
    poses,
    ownPoses,
    // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
    out: out === undefined ? resolve("shots") : resolve(process.env["INIT_CWD"] ?? ".", out),
  };
}

function usage(fault: string): Error {
  return new Error(`${fault}\n\n${USAGE}`);
}

/** Writes the pictures and the page that shows them; the answer is how many states could not be reached. */
async function shoot({ browsers, poses, ownPoses, out }: ReturnType<typeof readChoice>): Promise<number> {
  await build();
  mkdirSync(out, { recursive: true });
  const copies = mkdtempSync(join(tmpdir(), "dramatis-shots-"));
  // Also on Ctrl+C, where nothing below is reached.
  process.on("exit", () => rmSync(copies, { recursive: true, force: true }));
  const scenes = Object.fromEntries(poses.map(({ scene }) => [`/${scene.name}`, scene.html]));
  const site = await serve({ ...scenes, "/article": readFileSync("test/pages/demo.html") });
  const failed: string[] = [];
  try {
    const shots = await Promise.all(browsers.map((browser) => inBrowser(browser)));
    // By state, and for each the browsers beside each other.
    const byPose = [...poses, ...ownPoses].flatMap(({ name }) => shots.flatMap((own) => own.get(name) ?? []));
    const sheet = join(out, "index.html");
    writeFileSync(sheet, sheetOf(byPose));
    console.log(`${byPose.length} pictures: ${sheet}`);
  } finally {
    await site.close();
  }
  return failed.length;

  /** One launch for each language of the words. */
  async function inBrowser(name: string): Promise<Map<string, Shot[]>> {
    const shots = new Map<string, Shot[]>();
    const browser = ensureBrowser(BROWSERS[name]);
    const keep = async (pose: string, take: () => Promise<Shot[]>) => {
      try {
        shots.set(pose, await take());
      } catch (error) {
        failed.push(pose);
        console.error(`${pose} in ${name}: ${(error as Error).message}`);
      }
    };
    for (const [language, takes] of takesByLanguage(name)) {
      const built = resolve("dist", browser.kind);
      const extension = language ? join(copies, `${browser.kind}-${language}`) : built;
      if (language) writeInLanguage(language, built, extension);
      const driver = await launch({ browser, extension, viewport: WINDOW });
      try {
        for (const { pose, take } of takes) await keep(pose, () => take(driver));
      } finally {
        await driver.close();
      }
    }
    return shots;
  }

  function takesByLanguage(browser: string): Map<string | undefined, Take[]> {
    const all = [
      ...poses.map((pose) => ({
        language: pose.look.language,
        pose: pose.name,
        take: (driver: Driver) => picturesOf(driver, site, pose, browser, out),
      })),
      ...ownPoses.map((pose) => ({
        language: undefined,
        pose: pose.name,
        take: (driver: Driver) => picturesOfOwn(driver, pose, `${site.origin}/article`, browser, out),
      })),
    ];
    const languages = new Set(all.map(({ language }) => language));
    return new Map([...languages].map((language) => [language, all.filter((one) => one.language === language)]));
  }
}

/** Pictures of one pose, once a browser runs. */
interface Take {
  readonly pose: string;
  take(driver: Driver): Promise<Shot[]>;
}

async function picturesOf(driver: Driver, site: Served, pose: Pose, browser: string, out: string): Promise<Shot[]> {
  const { name, group, scene, look } = pose;
  const { zoom = 1, textSize } = look;
  if (textSize) await driver.textSize(textSize);
  // On a site of its own: what a reader says of a site stays there.
  const url = `${site.at(`${scene.name}.test`)}/${scene.name}`;
  const { viewport, ...media } = { viewport: WINDOW, ...scene.media, ...look.media, reducedMotion: true };
  const page = await driver.open(url, { ...media, viewport: { ...WINDOW, ...viewport } });
  try {
    await waitForMarks(page);
    if (zoom !== 1) await driver.zoom(page, zoom);
    const desk = deskOf(driver, page);
    await scene.reach(desk);
    const shots: Shot[] = [];
    for (const scheme of SCHEMES) {
      const file = `${name}-${scheme}-${browser}.png` as const;
      await driver.setMedia(page, { ...media, scheme });
      const width = await take(desk, join(out, file) as `${string}.png`, scene.isWhole === true || zoom !== 1);
      const title = [scene.title, look.title].filter(Boolean).join(" · ");
      shots.push({ group, title, scheme, browser, file, width });
    }
    if (zoom !== 1) await driver.zoom(page, 1);
    return shots;
  } finally {
    await page.close();
    if (textSize) await driver.textSize(TEXT_SIZE);
  }
}

// An orderly exit ends the browsers and removes their profiles, as Ctrl+C does.
for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

try {
  if ((await shoot(readChoice(process.argv.slice(2)))) > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
