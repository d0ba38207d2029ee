import type { VideoSample } from "mediabunny";

/** 8-bit planes at half the chroma; `chromaStep` is 2 where Cb and Cr take turns. */
export interface YuvFrame {
	readonly width: number;
	readonly height: number;
	readonly bytes: Uint8Array;
	readonly luma: PlaneOf;
	readonly cb: PlaneOf;
	readonly cr: PlaneOf;
	readonly chromaStep: 1 | 2;
	readonly matrix: "bt709" | "bt601";
	readonly isFullRange: boolean;
}

interface PlaneOf {
	readonly offset: number;
	readonly stride: number;
}

/** Where a file does not say: large pictures are BT.709. */
const LARGE_HEIGHT = 720;

function matrixOf({ colorSpace, codedHeight }: VideoSample): YuvFrame["matrix"] {
	const { matrix } = colorSpace;
	if (matrix === "bt709") return "bt709";
	if (matrix === "smpte170m" || matrix === "bt470bg") return "bt601";
	return codedHeight >= LARGE_HEIGHT ? "bt709" : "bt601";
}

/** The planes as they were decoded, or `null` for a format that has others. */
export async function readYuv(sample: VideoSample): Promise<YuvFrame | null> {
	const { format } = sample;
	if (format !== "I420" && format !== "NV12") return null;
	const bytes = new Uint8Array(sample.allocationSize());
	const [luma, cb, cr] = await sample.copyTo(bytes);
	if (!luma || !cb) return null;
	return {
		width: sample.codedWidth,
		height: sample.codedHeight,
		bytes,
		luma,
		cb,
		cr: cr ?? { ...cb, offset: cb.offset + 1 },
		chromaStep: format === "NV12" ? 2 : 1,
		matrix: matrixOf(sample),
		isFullRange: sample.colorSpace.fullRange ?? false,
	};
}
