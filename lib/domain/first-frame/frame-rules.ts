/** What every listed gateway asks of a first frame; a test holds these to the catalogue. */
export const MIN_SIDE = 300;
/** The longer side divided by the shorter, at most. */
export const MAX_ELONGATION = 2.5;

/** What we ourselves take in, and how large a picture we keep. */
export const MAX_UPLOAD_BYTES = 20_000_000;
export const MAX_PIXELS = 40_000_000;
export const MAX_SIDE = 4096;
