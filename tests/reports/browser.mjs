// Shows each page in Chromium without scripts, at two widths, and looks: browser.mjs FOLDER
import { createRequire } from "node:module";
import { statSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const require = createRequire(join(folder, "package.json"));
const { chromium } = require("playwright-core");

// What a person must be able to see on the page.
const pages = {
  "few/coverage.html": ["The three tests of each rule", "rule buyer", "technicians at least 10", "no test in which"],
  "why.html": ["sales_call", "What would have changed it"],
};
const widths = [390, 1100];

let failed = false;
function expect(good, what) {
  console.log(`${good ? "ok" : "FAILED"}: ${what}`);
  failed ||= !good;
}

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
         "--disable-component-update", "--no-first-run", "--disable-quic"],
});
for (const [page, texts] of Object.entries(pages)) {
  for (const width of widths) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false });
    const tab = await context.newPage();
    const asked = [];
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto("file://" + join(folder, page));
    const shown = await tab.locator("body").innerText();
    for (const text of texts) {
      expect(shown.includes(text), `${page} at ${width}: shows "${text}"`);
    }
    const box = await tab.locator("main").boundingBox();
    const size = await tab.evaluate(() => document.documentElement.scrollWidth);
    expect(size <= width && box.width <= width, `${page} at ${width}: is ${size} wide, nothing sticks out`);
    expect(asked.length === 1, `${page} at ${width}: asks for nothing but itself`);
    const shot = join(folder, `${page.replaceAll("/", "_")}_${width}.png`);
    await tab.screenshot({ path: shot, fullPage: true });
    expect(statSync(shot).size > 10_000, `${page} at ${width}: was drawn`);
    await context.close();
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
