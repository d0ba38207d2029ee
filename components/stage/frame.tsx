import type { CSSProperties, ReactNode } from "react";
import type { Draft } from "@/lib/domain/draft";

export function aspectOf({ image, ratio }: Pick<Draft, "image" | "ratio">): string {
	return image ? `${image.width} / ${image.height}` : ratio.replace(":", " / ");
}

/** For what is a `monitor`. */
export function aspectStyle(aspect: string): CSSProperties & Record<"--aspect", string> {
	return { "--aspect": aspect };
}

/** The monitor while it has words to show instead of a film. */
export function Frame({ aspect, children }: { aspect: string; children: ReactNode }) {
	return (
		<div className="monitor grid w-full grid-cols-1 place-items-center" style={aspectStyle(aspect)}>
			<div className="[grid-area:1/1]">{children}</div>
		</div>
	);
}
