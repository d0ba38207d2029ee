import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import type { VideoSample } from "mediabunny";
import { toRgba } from "./to-rgba";
import { readYuv } from "./yuv-planes";

/** One frame as a picture, in its true colours. */
export async function pictureOf(sample: VideoSample): Promise<Canvas> {
	const frame = await readYuv(sample);
	const { codedWidth: width, codedHeight: height } = sample;
	const rgba = frame ? toRgba(frame) : await convertedByDecoder(sample);
	const canvas = createCanvas(width, height);
	canvas.getContext("2d").putImageData(new ImageData(rgba, width, height), 0, 0);
	return canvas;
}

/** Ten bits and other rare formats. */
async function convertedByDecoder(sample: VideoSample): Promise<Uint8ClampedArray<ArrayBuffer>> {
	const rgba = new Uint8ClampedArray(sample.codedWidth * sample.codedHeight * 4);
	await sample.copyTo(rgba, { format: "RGBA" });
	return rgba;
}
