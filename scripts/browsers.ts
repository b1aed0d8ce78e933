import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export type BrowserKind = "chrome" | "firefox";
export type BrowserName = "chromium" | "chrome" | "edge" | "firefox";

export interface Browser {
  readonly name: BrowserName;
  readonly kind: BrowserKind;
  readonly path: string;
}

/** Which program names and usual places stand for which browser, first choice first. */
const PROGRAMS: Record<BrowserName, { kind: BrowserKind; commands: string[]; places: string[] }> = {
  chromium: {
    kind: "chrome",
    commands: ["chromium", "chromium-browser"],
    places: ["/Applications/Chromium.app/Contents/MacOS/Chromium"],
  },
  chrome: {
    kind: "chrome",
    commands: ["google-chrome", "google-chrome-stable"],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
  },
  edge: {
    kind: "chrome",
    commands: ["microsoft-edge", "microsoft-edge-stable"],
    places: [
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
  },
  firefox: {
    kind: "firefox",
    commands: ["firefox", "firefox-esr"],
    places: ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
  },
};

export const BROWSER_NAMES = Object.keys(PROGRAMS) as BrowserName[];

/** The first installed browser among `names`, or undefined. */
export function findBrowser(names: readonly BrowserName[] = BROWSER_NAMES): Browser | undefined {
  for (const name of names) {
    const { kind, commands, places } = PROGRAMS[name];
    const onPath = commands.flatMap((command) =>
      (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, command)),
    );
    const path = [...onPath, ...places].find(isExecutable);
    if (path) return { name, kind, path };
  }
  return undefined;
}

/**
 * The wanted browser; on Debian as root it is installed where it is missing.
 * @throws Error whose message says in one line what to install
 */
export function ensureBrowser(names: readonly BrowserName[]): Browser {
  const found = findBrowser(names);
  if (found) return found;
  const debianPackage = names[0] === "firefox" ? "firefox-esr" : "chromium";
  if (canInstall()) installPackage(debianPackage);
  const installed = findBrowser(names);
  if (installed) return installed;
  throw new Error(`No ${names.join(", ")} found: install one (on Debian: apt-get install ${debianPackage}).`);
}

function canInstall(): boolean {
  const isDebian =
    existsSync("/etc/os-release") && /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));
  return isDebian && process.getuid?.() === 0;
}

function installPackage(name: string): void {
  console.error(`Installing Debian's ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (args: string[]) => execFileSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    run(["update", "-qq"]);
    run(["install", "-y", "-qq", "--no-install-recommends", name]);
  } catch (error) {
    console.error(`apt-get could not install ${name}: ${(error as Error).message}`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
