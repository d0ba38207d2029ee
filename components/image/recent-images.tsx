"use client";

import { useQuery } from "@tanstack/react-query";
import type { ImageRef } from "@/lib/domain/draft";
import { listRecentImages, thumbnailUrl } from "./image-api";

export function RecentImages({ onChosen }: { onChosen: (image: ImageRef) => void }) {
	const { data: images = [] } = useQuery({ queryKey: ["recent-images"], queryFn: listRecentImages, staleTime: 0 });
	if (images.length === 0) return null;
	return (
		<ul aria-label="Recent uploads" className="flex gap-2 overflow-x-auto pb-1">
			{images.map((image) => (
				<li key={image.id} className="shrink-0">
					<button
						type="button"
						aria-label={`Use this upload, ${image.width} by ${image.height}`}
						onClick={() => onChosen(image)}
						className="block overflow-hidden rounded-control"
					>
						<img src={thumbnailUrl(image, 160)} alt="" className="h-14 w-auto min-w-10 bg-black object-cover" />
					</button>
				</li>
			))}
		</ul>
	);
}
