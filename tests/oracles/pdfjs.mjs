// Reads the text of PDFs by pdf.js, as Firefox and many web pages do.   usage: node pdfjs.mjs FOLDER FILE...
//
// FOLDER is where npm put pdfjs-dist. Prints a line of JSON for each file: its text. pdf.js gives a page as items in the order of
// the file, each a stretch of a line, and says after which of them a line ends; they are joined as they come, with a line end
// there. Characters are taken as the file has them (`disableNormalization`): letters of compatibility are not replaced.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Names that pdf.js asks for when it is loaded, and needs for drawing alone.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
// Its warnings go where warnings go: it misses a library for drawing.
console.log = console.warn = console.error;

const [folder, ...files] = process.argv.slice(2);
const dist = join(resolve(folder), "node_modules", "pdfjs-dist");
const { getDocument, VerbosityLevel } = await import(pathToFileURL(join(dist, "legacy", "build", "pdf.mjs")));

for (const file of files) {
  const document = await getDocument({
    data: new Uint8Array(await readFile(file)),
    cMapUrl: join(dist, "cmaps") + "/",
    standardFontDataUrl: join(dist, "standard_fonts") + "/",
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  process.stdout.write(JSON.stringify(pages.join("\n")) + "\n");
  await document.destroy();
}
