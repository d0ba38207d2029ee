import { Icon } from "@/components/ui/icon";
import type { MediaFacts } from "@/lib/domain/take/media-facts";
import { filmName } from "@/lib/domain/take/title";
import type { TakeView } from "@/lib/domain/take/view";
import { downloadUrl } from "./media-url";

export function DownloadLink({ take, media }: { take: TakeView; media: MediaFacts }) {
	return (
		<a
			href={downloadUrl(media.mediaId)}
			download={filmName(take, media.seconds)}
			className="touchable inline-flex items-center gap-1.5 rounded-control border border-edge bg-raised px-3 text-sm transition-colors duration-120 hover:bg-edge active:bg-edge-strong/40"
		>
			<Icon name="download" />
			Download
		</a>
	);
}
