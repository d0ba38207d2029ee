/** Where an element stands, for when it has gone: each of its containers, with its place among the children. */
export interface FocusPlace {
	readonly element: HTMLElement;
	readonly steps: readonly { readonly child: Element; readonly parent: Element; readonly index: number }[];
}

export function placeOf(element: HTMLElement): FocusPlace {
	const steps: FocusPlace["steps"][number][] = [];
	for (let child: Element = element; child.parentElement; child = child.parentElement) {
		const parent = child.parentElement;
		steps.push({ child, parent, index: [...parent.children].indexOf(child) });
	}
	return { element, steps };
}

/** Back to the element; if it has gone, to what took the place of what went with it, else to what stands before. */
export function focusAt({ element, steps }: FocusPlace): void {
	const target = element.isConnected ? element : findNear(steps);
	target?.focus();
}

/** Never a button beside the one that went: a key pressed twice must not do what nobody meant. */
function findNear(steps: FocusPlace["steps"]): HTMLElement | null {
	for (const { child, parent, index } of steps.slice(1)) {
		if (!parent.isConnected) continue;
		const children = [...parent.children];
		const before = children.slice(0, index).reverse();
		const order = child.isConnected ? [...before, ...children.slice(index)] : [...children.slice(index), ...before];
		for (const candidate of order) {
			const found = firstFocusable(candidate);
			if (found) return found;
		}
	}
	return null;
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

function firstFocusable(root: Element): HTMLElement | null {
	const inside = [root, ...root.querySelectorAll(FOCUSABLE)];
	const able = inside.find(
		(element) =>
			element.matches(FOCUSABLE) &&
			!element.matches(":disabled, [tabindex='-1'], dialog:not([open]) *") &&
			element.checkVisibility({ visibilityProperty: true }),
	);
	return able instanceof HTMLElement ? able : null;
}
