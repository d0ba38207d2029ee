/** The frame at rest and how far around it layers are painted, so that the camera may move. */
export interface Stage {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
	readonly fullWidth: number;
	readonly fullHeight: number;
	/** A hundredth of the short side: what sizes are given in, so that nothing stretches with the ratio. */
	readonly unit: number;
	readonly tall: boolean;
	readonly wide: boolean;
}

const OVERSCAN = 0.17;

export function stageOf(width: number, height: number): Stage {
	const [across, down] = [Math.ceil(width * OVERSCAN), Math.ceil(height * OVERSCAN)];
	return {
		width,
		height,
		left: -across,
		top: -down,
		right: width + across,
		bottom: height + down,
		fullWidth: width + 2 * across,
		fullHeight: height + 2 * down,
		unit: Math.min(width, height) / 100,
		tall: height > width * 1.15,
		wide: width > height * 1.15,
	};
}
