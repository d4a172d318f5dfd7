// Builds the browser assets into landsby/web/kit/static/kit (never committed):
//   dkfds/        the design system's stylesheet, script and icon sprite, and the files that the stylesheet refers to
//   paper/        the design system's typeface, for pages that are printed
//   htmx.js       htmx, as published
//   landsby.*     our own modules and stylesheet, bundled
//   worker.js     the service worker, which opens the quick log without a connection
//   *.svg         our own pictures, from frontend/images; icon-*.png are drawn from the mark among them
//   charts.js     the drawing of charts, loaded only by pages that have one
//   licences.txt  whose work is in those files, on what terms

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { drawIcons } from "./icons.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "node_modules");
const target = join(root, "landsby", "web", "kit", "static", "kit");

/** Write text without the line that points to a source map, which is not shipped. */
function writeWithoutSourceMap(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  const text = readFileSync(from, "utf8");
  writeFileSync(to, text.replace(/^.*[#@] sourceMappingURL=.*$/gm, "").trimEnd() + "\n");
}

/** The files that a stylesheet refers to, as paths relative to the stylesheet's folder. */
function referredFiles(stylesheet) {
  const urls = [...stylesheet.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map((match) => match[1]);
  const files = urls.filter((url) => !/^(data:|https?:|\/|#)/.test(url)).map((url) => url.replace(/[?#].*$/, ""));
  return [...new Set(files)];
}

/** The design system: exactly what its stylesheet and our templates need. */
function copyDesignSystem() {
  const from = join(packages, "dkfds", "dist");
  const to = join(target, "dkfds");
  const stylesheet = "css/dkfds.min.css";
  writeWithoutSourceMap(join(from, stylesheet), join(to, stylesheet));
  writeWithoutSourceMap(join(from, "js/dkfds.min.js"), join(to, "js/dkfds.min.js"));
  const referred = referredFiles(readFileSync(join(from, stylesheet), "utf8")).map((file) => posix.join("css", file));
  for (const file of [...referred, "img/all-svg-icons.svg", "LICENSE.md"]) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(from, file), join(to, file));
  }
  return referred.length;
}

/** The design system's typeface for the pages that are printed, which the typesetter reads as the browser's is not. */
function copyPaperFonts() {
  const from = join(packages, "dkfds", "src", "fonts", "IBMPlexSans", "complete", "ttf");
  for (const file of ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "license.txt"]) {
    cpSync(join(from, file), join(target, "paper", file));
  }
}

/** Our own modules and stylesheet; esbuild follows their imports. */
async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["frontend/landsby.js", "frontend/charts.js", "frontend/worker.js", "frontend/landsby.css"],
    outdir: target,
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: ["es2022", "chrome111", "firefox114", "safari16.4"],
    legalComments: "inline",
    metafile: true,
    external: ["./dkfds/*"],
    logLevel: "warning",
  });
  return Object.keys(metafile.inputs);
}

/** The licences of the packages that these bundled files come from, in one text beside them. */
function writeLicences(files) {
  const names = files.map((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean);
  const texts = [...new Set([...names, "htmx.org"])].sort().map((name) => {
    const licence = readdirSync(join(packages, name)).find((file) => /^licen[cs]e/i.test(file));
    const { version, license } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
    const text = licence ? readFileSync(join(packages, name, licence), "utf8").trim() : license;
    return `${name} ${version}\n\n${text}\n`;
  });
  writeFileSync(join(target, "licences.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
}

rmSync(target, { recursive: true, force: true });
const referred = copyDesignSystem();
copyPaperFonts();
writeWithoutSourceMap(join(packages, "htmx.org", "dist", "htmx.min.js"), join(target, "htmx.js"));
const images = join(root, "frontend", "images");
if (existsSync(images)) cpSync(images, target, { recursive: true });
await drawIcons(join(images, "favicon.svg"), target);
writeLicences(await bundle());
console.log(`built the browser assets (the design system refers to ${referred} files)`);
