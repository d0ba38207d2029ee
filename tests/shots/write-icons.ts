import { mkdir, readFile } from "node:fs/promises";
import sharp from "sharp";

/** The icons of the installed app, all drawn from the one of the tab. `npm run icons`, after that one has changed. */
const FOLDER = "public/icons";
const drawing = await readFile("app/icon.svg", "utf8");
/** Where the system cuts the shape, the ground fills the square and the drawing keeps to its safe middle. */
const uncut = drawing.replace(/rx="7"/, "").replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"');
const square = uncut.replace('width="32" height="32"', 'x="-4" y="-4" width="40" height="40"');

await mkdir(FOLDER, { recursive: true });
const draw = (svg: string, size: number, path: string) =>
	sharp(Buffer.from(svg), { density: 72 * (size / 32) * 2 })
		.resize(size, size)
		.png({ compressionLevel: 9, palette: true })
		.toFile(path);
await draw(drawing, 192, `${FOLDER}/192.png`);
await draw(drawing, 512, `${FOLDER}/512.png`);
await draw(square, 512, `${FOLDER}/maskable.png`);
await draw(square, 180, "app/apple-icon.png");
