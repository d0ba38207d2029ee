export type Rgb = readonly [red: number, green: number, blue: number];

export function rgb(hex: string): Rgb {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

const byte = (value: number) => Math.max(0, Math.min(255, Math.round(value)));

export function css([red, green, blue]: Rgb, alpha = 1): string {
	return alpha >= 1
		? `rgb(${byte(red)},${byte(green)},${byte(blue)})`
		: `rgba(${byte(red)},${byte(green)},${byte(blue)},${Math.max(0, alpha).toFixed(4)})`;
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

export function times(a: Rgb, b: Rgb): Rgb {
	return [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
}

export function plus(a: Rgb, b: Rgb, share = 1): Rgb {
	return [a[0] + b[0] * share, a[1] + b[1] * share, a[2] + b[2] * share];
}

export function scaled(a: Rgb, by: number): Rgb {
	return [a[0] * by, a[1] * by, a[2] * by];
}

export function greyed(a: Rgb, share: number): Rgb {
	const grey = 0.3 * a[0] + 0.59 * a[1] + 0.11 * a[2];
	return mix(a, [grey, grey, grey], share);
}

export const WHITE: Rgb = [255, 255, 255];
