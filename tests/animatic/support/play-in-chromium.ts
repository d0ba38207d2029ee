import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium } from "@playwright/test";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

export interface Playback {
	readonly decodedAudioBytes: number;
	readonly width: number;
	readonly seconds: number;
}

/** Where `null`, no browser that has these codecs is installed. */
export const browserPath = process.env.CHROME ?? SYSTEM_BROWSERS.find((path) => existsSync(path)) ?? null;

/** Plays the first second of a film as a page does. */
export async function playInChromium(path: string, executablePath: string): Promise<Playback> {
	const film = readFileSync(path);
	const server = createServer((request, response) => {
		if (request.url === "/film.mp4") return response.setHeader("content-type", "video/mp4").end(film);
		return response.setHeader("content-type", "text/html").end("<video></video>");
	}).listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	const { port } = server.address() as AddressInfo;
	const browser = await chromium.launch({
		executablePath,
		args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
	});
	try {
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${port}/`);
		return await page.evaluate(async () => {
			const video = document.querySelector("video") as HTMLVideoElement & { webkitAudioDecodedByteCount: number };
			video.src = "/film.mp4";
			await video.play();
			await new Promise((resolve) => {
				video.ontimeupdate = () => video.currentTime > 1 && resolve(null);
			});
			return {
				decodedAudioBytes: video.webkitAudioDecodedByteCount,
				width: video.videoWidth,
				seconds: video.duration,
			};
		});
	} finally {
		await browser.close();
		server.close();
	}
}
