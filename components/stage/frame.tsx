import type { ReactNode } from "react";
import type { Draft } from "@/lib/domain/draft";

/** As large as the film will be, so that nothing jumps when it arrives. */
export function aspectOf({ image, ratio }: Pick<Draft, "image" | "ratio">): string {
	return image ? `${image.width} / ${image.height}` : ratio.replace(":", " / ");
}

export function Frame({ aspect, children }: { aspect: string; children: ReactNode }) {
	return (
		<div className="grid place-items-center">
			<div
				className="grid w-full max-w-full place-items-center overflow-hidden rounded-panel bg-black text-paper"
				style={{ aspectRatio: aspect, maxHeight: "68dvh" }}
			>
				{children}
			</div>
		</div>
	);
}
