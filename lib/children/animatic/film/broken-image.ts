/** The first frame cannot be decoded; the same bytes will not be decoded another time either. */
export class BrokenImage extends Error {
	constructor(options?: ErrorOptions) {
		super("The image could not be read.", options);
		this.name = "BrokenImage";
	}
}
