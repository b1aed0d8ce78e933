import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BROWSER_NAMES, type Browser, type BrowserName, ensureBrowser } from "./browsers.ts";
import { build } from "./build.ts";
import { type Driver, launch } from "./drive.ts";
import { type Served, serve } from "./serve.ts";
import { cardLines, tour } from "./tour.ts";

const USAGE = `Usage: npm start -- [options]
  --browser NAME     ${BROWSER_NAMES.join(", ")}: default is the first that is installed
  --page FILE|URL    the page to open instead of the demo article
  --headless         no window: open the cards one by one and print them
  --screenshot PATH  where the picture of a card goes (.png, with --headless)`;

interface Choice {
  readonly names: readonly BrowserName[];
  readonly page: string;
  readonly isDemo: boolean;
  readonly headless: boolean;
  readonly screenshot: string;
}

class UsageError extends Error {}

/** @throws UsageError on a flag that is unknown or has no meaning */
function readChoice(args: string[]): Choice {
  const { browser, page, headless, screenshot } = parse(args);
  const name = BROWSER_NAMES.find((known) => known === browser);
  if (browser !== undefined && !name) throw new UsageError(`There is no browser called “${browser}”.`);
  if (page !== undefined && !isUrl(page) && !existsSync(fromCaller(page))) {
    throw new UsageError(`There is no file ${page}.`);
  }
  if (screenshot !== undefined && extname(screenshot) !== ".png") {
    throw new UsageError("The screenshot's name must end in .png.");
  }
  const noDisplay = process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"];
  return {
    names: name ? [name] : BROWSER_NAMES,
    page: page === undefined ? resolve("test/pages/demo.html") : isUrl(page) ? page : fromCaller(page),
    isDemo: page === undefined,
    headless: headless || noDisplay,
    screenshot: screenshot === undefined ? join(tmpdir(), "dramatis-start", "card.png") : fromCaller(screenshot),
  };
}

function parse(args: string[]) {
  try {
    const options = {
      browser: { type: "string" },
      page: { type: "string" },
      headless: { type: "boolean", default: false },
      screenshot: { type: "string" },
      help: { type: "boolean", default: false },
    } as const;
    const { values } = parseArgs({ args, options });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    return values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands. */
function fromCaller(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? ".", path);
}

function isUrl(page: string): boolean {
  return /^https?:\/\//.test(page);
}

async function start(choice: Choice): Promise<number> {
  const browser = ensureBrowser(choice.names);
  await build();
  const site = isUrl(choice.page) ? undefined : await serve(dirname(choice.page));
  const driver = await launch({
    browser,
    extension: resolve("dist", browser.kind),
    headless: choice.headless,
    // Somebody at the window may follow a link; a demonstration on a file needs nothing from outside.
    network: choice.headless && site ? "closed" : "open",
    ...(choice.headless ? { viewport: { width: 1100, height: 1100, deviceScaleFactor: 2 } } : {}),
  });
  try {
    return await (choice.headless ? show(driver, choice, site) : stay(driver, choice, site));
  } finally {
    await Promise.allSettled([driver.close(), site?.close()]);
  }
}

/** Opens the page in a window and lives as long as the browser. */
async function stay(driver: Driver, choice: Choice, site: Served | undefined): Promise<number> {
  const blank = await driver.puppet.pages();
  await driver.open(addressOf(choice, site));
  for (const page of blank) await page.close();
  console.log(
    `Dramatis runs in ${titleOf(driver.browser)}, in a profile of its own. Close the browser or press Ctrl+C to end.`,
  );
  await new Promise<void>((done) => {
    driver.puppet.once("disconnected", () => done());
    // On a Mac the browser outlives its last window.
    driver.puppet.on("targetdestroyed", async () => {
      if ((await driver.puppet.pages().catch(() => [])).length === 0) done();
    });
  });
  return 0;
}

/** Opens every card with the real pointer and prints it. Fails where a mark opens none, or the demo has no mark at all. */
async function show(driver: Driver, choice: Choice, site: Served | undefined): Promise<number> {
  const page = await driver.open(addressOf(choice, site), { scheme: "light", reducedMotion: true });
  const width = Math.min(process.stdout.columns ?? 80, 100);
  const bold = (text: string) => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[22m` : text);
  const { texts, failed, screenshot } = await tour(driver, page, choice.screenshot, (visit) => {
    console.log(`${cardLines(visit, width, bold).join("\n")}\n`);
  });
  if (screenshot) console.log(`Picture of a card: ${screenshot}`);
  if (texts === 0) console.log("No known actor is marked on this page.");
  if (failed.length > 0) console.error(`No card opened on: ${failed.join(", ")}`);
  return failed.length > 0 || (texts === 0 && choice.isDemo) ? 1 : 0;
}

function addressOf({ page }: Choice, site: Served | undefined): string {
  return site ? `${site.origin}/${encodeURIComponent(basename(page))}` : page;
}

function titleOf({ name, path }: Browser): string {
  return `${name} (${path})`;
}

// An orderly exit ends the browser and removes its profile, as Ctrl+C does.
for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

try {
  process.exitCode = await start(readChoice(process.argv.slice(2)));
} catch (error) {
  console.error((error as Error).message);
  if (error instanceof UsageError) console.error(USAGE);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
