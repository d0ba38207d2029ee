/**
 * Thrown by a store that would begin new work (a take, a film, an image) while its disk is nearly full.
 * Nothing was stored. Only the person who runs the server can help; what was accepted before goes on.
 */
export class NoSpaceLeft extends Error {
	readonly code = "NO_SPACE_LEFT";
	constructor(
		directory: string,
		readonly freeBytes: number,
	) {
		super(
			`Only ${Math.floor(freeBytes / 1_000_000)} MB are free where ${directory} is stored. Free some space and try again.`,
		);
		this.name = "NoSpaceLeft";
	}
}
