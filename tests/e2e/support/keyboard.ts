import { expect, type Locator, type Page } from "@playwright/test";

/** Hands that only have keys. Each press is counted, and after each the focus must be somewhere, and seen. */
export class Keyboard {
	presses = 0;
	typed = 0;

	constructor(readonly page: Page) {}

	async press(key: string): Promise<void> {
		this.presses += 1;
		await this.page.keyboard.press(key);
	}

	/** Words are typed as they come; they are counted apart. */
	async type(words: string): Promise<void> {
		this.typed += words.length;
		await this.page.keyboard.insertText(words);
	}

	/** Tab, or back with Shift, until `target` has the focus. */
	async reach(target: Locator, direction: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
		for (let step = 0; step < 60; step += 1) {
			if (await isFocused(target)) return;
			await this.press(direction);
			await this.expectSeen();
		}
		throw new Error(`Sixty times ${direction} did not lead to ${target}.`);
	}

	async pressOn(target: Locator, key: string, direction: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
		await this.reach(target, direction);
		await this.press(key);
	}

	/** The focus is on something of the page, and shows. */
	async expectSeen(): Promise<void> {
		await expect.poll(() => this.page.evaluate(describeFocus)).not.toMatch(/^lost|^unseen/);
	}
}

async function isFocused(target: Locator): Promise<boolean> {
	return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

/** Runs in the page. What draws the focus is the element itself, what holds it, or what stands for it. */
function describeFocus(): string {
	const focused = document.activeElement;
	if (!focused || focused === document.body) return "lost";
	const name = focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 40) ?? focused.tagName;
	const bearers = [focused, focused.nextElementSibling, focused.parentElement, focused.closest("label")];
	const pseudo = [undefined, "::after"];
	const isOutlined = bearers.some((bearer) =>
		pseudo.some((part) => {
			if (!bearer) return false;
			const { outlineStyle, outlineWidth } = getComputedStyle(bearer, part);
			return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
		}),
	);
	const { width, height } = (focused.closest("label") ?? focused).getBoundingClientRect();
	return isOutlined && width > 0 && height > 0 ? name : `unseen: ${name}`;
}
