import { browserIdSchema, imageIdSchema, keyIdSchema } from "@/lib/domain/ids";
import type { Storage } from "@/lib/storage/open-storage";
import { aKey, anImage, NOW, newBrowserId } from "../storage/contract/builders";
import type { Subject } from "./subject";

/** A key, its test, its successor, and neither. */
export function keysSubject({ keys }: Storage): Subject {
	const spell = (current: string, result: string, first: boolean) => JSON.stringify([current, result, first]);
	return {
		store: "keys",
		async write(commit) {
			const browserId = newBrowserId();
			const [first, second] = [aKey({ browserId }), aKey({ browserId })];
			const key = `${browserId} ${first.id}`;
			const test = { atMs: NOW, result: "good", sentence: "It works.", balance: null } as const;
			await commit(key, spell(first.sealed, "untested", true), () => keys.save(first));
			await commit(key, spell(first.sealed, "good", true), () => keys.recordTest(first.id, test));
			await commit(key, spell(second.sealed, "untested", false), () => keys.save(second));
			if (Math.random() < 0.5) await commit(key, null, () => keys.remove(browserId, second.gateway));
		},
		async read(key) {
			const [browserId, firstId] = key.split(" ");
			const current = await keys.findCurrent(browserIdSchema.parse(browserId), "evolink");
			const first = await keys.find(keyIdSchema.parse(firstId));
			if (!current && !first) return null;
			return spell(current?.sealed ?? "", current?.test?.result ?? "untested", first !== null);
		},
	};
}

export function imagesSubject({ images }: Storage): Subject {
	return {
		store: "images",
		async write(commit) {
			const browserId = newBrowserId();
			const image = anImage();
			await commit(`${browserId} ${image.id}`, "kept", () => images.remember(browserId, image, NOW));
		},
		async read(key) {
			const [browserId, id] = key.split(" ");
			const image = await images.find(browserIdSchema.parse(browserId), imageIdSchema.parse(id));
			return image && "kept";
		},
	};
}

/** What a browser holds, and its counter; forgetting takes all of it at once. */
export function browsersSubject({ browsers, changes, keys, images }: Storage): Subject {
	const spell = (count: number, imageCount: number, keyCount: number) => JSON.stringify([count, imageCount, keyCount]);
	return {
		store: "browsers",
		async write(commit) {
			const browserId = newBrowserId();
			await browsers.remember(browserId, NOW);
			await commit(browserId, spell(0, 1, 0), () => images.remember(browserId, anImage(), NOW));
			await commit(browserId, spell(1, 1, 1), () => keys.save(aKey({ browserId })));
			if (Math.random() < 0.5) await commit(browserId, null, () => browsers.forget(browserId));
		},
		async read(key) {
			const browserId = browserIdSchema.parse(key);
			const { cursor } = await changes.changesSince(browserId, 0);
			const imageCount = (await images.list(browserId, 9)).length;
			const keyCount = (await keys.list(browserId)).length;
			return cursor + imageCount + keyCount === 0 ? null : spell(cursor, imageCount, keyCount);
		},
	};
}
