/** One byte for each step of the film, 0 to 255. */
export async function readPeaks(url: string): Promise<readonly number[]> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`The waveform answered ${response.status}.`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	return Array.from(bytes, (byte) => byte / 255);
}
