import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod/mini";
import { openServer } from "../../support/http-server";
import { testDir } from "../../support/test-dir";
import { type Bidi, openBidi } from "./bidi";

const SYSTEM_FIREFOXES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** Where `null`, no Firefox is installed. */
export const firefoxPath = process.env.FIREFOX ?? SYSTEM_FIREFOXES.find((path) => existsSync(path)) ?? null;

const playbackSchema = z.object({
	seconds: z.number(),
	width: z.number(),
	height: z.number(),
	/** How far it had played when the recording ended. */
	played: z.number(),
	paintedFrames: z.number(),
	/** What came out of the `<video>` while it played, recorded: 0 is silence. */
	loudness: z.number(),
});
type Playback = z.infer<typeof playbackSchema>;

const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const answerSchema = z.object({ result: z.object({ value: z.string() }) });

const PREFS = ['"media.autoplay.default", 0', '"media.autoplay.blocking_policy", 0', '"app.update.enabled", false'];

/** Runs in the page. An analyser would need a sound card; a recorder does not. */
const PLAY = `async () => {
	const video = document.querySelector("video");
	video.src = "/film.mp4";
	await video.play();
	const tracks = video.mozCaptureStream().getAudioTracks();
	const recorder = new MediaRecorder(new MediaStream(tracks));
	const parts = [];
	recorder.ondataavailable = ({ data }) => parts.push(data);
	recorder.start();
	await new Promise((resolve) => {
		video.ontimeupdate = () => video.currentTime > 1.5 && resolve();
	});
	const played = video.currentTime;
	recorder.stop();
	await new Promise((resolve) => (recorder.onstop = resolve));
	const sound = await new AudioContext().decodeAudioData(await new Blob(parts).arrayBuffer());
	const samples = sound.getChannelData(0);
	const loudness = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
	const { duration, videoWidth, videoHeight, mozPaintedFrames } = video;
	return JSON.stringify({
		seconds: duration, width: videoWidth, height: videoHeight, played, paintedFrames: mozPaintedFrames, loudness,
	});
}`;

async function debuggingUrl(firefox: ChildProcess): Promise<string> {
	if (!firefox.stderr) throw new Error("Firefox was started without its error stream.");
	for await (const line of createInterface(firefox.stderr)) {
		const url = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
		if (url) return url;
	}
	throw new Error("Firefox ended before it could be driven.");
}

async function playOn(page: string, bidi: Bidi): Promise<Playback> {
	await bidi.call("session.new", { capabilities: {} });
	const [tab] = treeSchema.parse(await bidi.call("browsingContext.getTree", {})).contexts;
	if (!tab) throw new Error("Firefox has opened no tab.");
	await bidi.call("browsingContext.navigate", { context: tab.context, url: page, wait: "complete" });
	const answer = await bidi.call("script.callFunction", {
		functionDeclaration: PLAY,
		awaitPromise: true,
		userActivation: true,
		target: { context: tab.context },
	});
	return playbackSchema.parse(JSON.parse(answerSchema.parse(answer).result.value));
}

/** Plays the first seconds of a film in a page and records what is heard of it. */
export async function playInFirefox(path: string, executablePath: string): Promise<Playback> {
	const film = readFileSync(path);
	const { url } = await openServer((request, response) => {
		if (request.url === "/film.mp4") return response.setHeader("content-type", "video/mp4").end(film);
		return response.setHeader("content-type", "text/html").end("<video></video>");
	});
	const profile = testDir();
	writeFileSync(join(profile, "user.js"), PREFS.map((pref) => `user_pref(${pref});\n`).join(""));
	// A home of its own: Firefox refuses to run as root in somebody else's.
	const firefox = spawn(executablePath, ["--headless", "--remote-debugging-port=0", "--profile", profile], {
		stdio: ["ignore", "ignore", "pipe"],
		env: { ...process.env, HOME: profile },
	});
	const gone = once(firefox, "exit");
	try {
		const bidi = await openBidi(await debuggingUrl(firefox));
		const playback = await playOn(url, bidi);
		await bidi.call("browser.close", {});
		return playback;
	} finally {
		firefox.kill();
		await gone;
	}
}
