/** Every place where the film's address may stand in a finished job, by its path. */
export const RESULT_SHAPES = [
	"result.data[0].url",
	"result.output[0].url",
	"result.output[0]",
	"result.video.url",
	"result.video_url",
	"result.url",
	"result.output_url",
	"output[0].url",
	"output.url",
	"data[0].url",
	"video.url",
	"video_url",
	"output_url",
	"somewhere deep",
	"nowhere",
] as const;
export type ResultShape = (typeof RESULT_SHAPES)[number];

interface FinishedJob {
	readonly result: unknown;
	readonly beside: Readonly<Record<string, unknown>>;
}

export function placeFilm(shape: ResultShape, url: string, seconds: number): FinishedJob {
	const within = (result: unknown): FinishedJob => ({ result, beside: {} });
	const outside = (beside: Readonly<Record<string, unknown>>): FinishedJob => ({ result: null, beside });
	switch (shape) {
		case "result.data[0].url":
			return within({
				data: [{ url, content_type: "video/mp4", duration_seconds: seconds }],
				usage: { billable_units: seconds, billing_unit: "second" },
			});
		case "result.output[0].url":
			return within({ output: [{ url }] });
		case "result.output[0]":
			return within({ output: [url] });
		case "result.video.url":
			return within({ video: { url } });
		case "result.video_url":
			return within({ video_url: url });
		case "result.url":
			return within({ url });
		case "result.output_url":
			return within({ output_url: url });
		case "output[0].url":
			return outside({ output: [{ url }] });
		case "output.url":
			return outside({ output: { url } });
		case "data[0].url":
			return outside({ data: [{ url }] });
		case "video.url":
			return outside({ video: { url } });
		case "video_url":
			return outside({ video_url: url });
		case "output_url":
			return outside({ output_url: url });
		case "somewhere deep":
			return within({ docs: "about this job", artifacts: { renditions: [{ kind: "mp4", href: url }] } });
		case "nowhere":
			return within({ note: "finished" });
	}
}
