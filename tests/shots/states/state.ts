import type { Emulators } from "../../e2e/support/gateways";
import type { Person } from "../person";

/** One state of the screen, and the way a person comes to it. */
export interface State {
	readonly name: string;
	/** A dialog or menu lies over the page, so the page's whole length says nothing. */
	readonly overlaid?: boolean;
	arrange(person: Person, emulators: Emulators): Promise<void>;
}
