import { filter, highpass, lowpass } from "@/lib/children/animatic/sound/signal/biquad";
import { rms } from "@/lib/children/animatic/sound/signal/shape";

/** How loud it is where speech is understood, 300 to 3,400 Hz. */
export function bandDecibels(samples: Float32Array): number {
	const band = filter(samples.slice(), highpass(300), highpass(300), lowpass(3400), lowpass(3400));
	return 20 * Math.log10(rms(band) + 1e-9);
}
