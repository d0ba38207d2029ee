import type { InputAudioTrack, InputVideoTrack } from "mediabunny";

/** `null` for what the film does not have, or what cannot be read of it. */
export interface OpenFilm {
	readonly picture: InputVideoTrack | null;
	readonly sound: InputAudioTrack | null;
	close(): void;
}

/** Decodes with the native codecs. Only load it where a crash harms nobody else. */
export async function openFilm(path: string): Promise<OpenFilm> {
	const [av, bunny, server] = await Promise.all([
		import("node-av"),
		import("mediabunny"),
		import("@mediabunny/server"),
	]);
	av.Log.setLevel(av.AV_LOG_FATAL);
	server.registerMediabunnyServer({ hardwareContext: null });
	const input = new bunny.Input({ source: new bunny.FilePathSource(path), formats: bunny.ALL_FORMATS });
	return {
		picture: await input.getPrimaryVideoTrack().catch(() => null),
		sound: await input.getPrimaryAudioTrack().catch(() => null),
		close: () => input.dispose(),
	};
}
