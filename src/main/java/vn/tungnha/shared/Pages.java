package vn.tungnha.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pager under a list: finished texts and addresses; page numbers in addresses count from 0, on screen from 1.
 *
 * @param items how many there are on all pages together
 */
public record Pages(
        String from,
        String to,
        String total,
        long items,
        List<Link> links,
        @Nullable String previous,
        @Nullable String next) {

    /** One number of the pager; without an address it is the gap. */
    public record Link(String text, @Nullable String url, boolean here) {}

    /** @param address the list's address with its other parameters, e.g. {@code /teams?q=x}; {@code p} is added */
    public static Pages of(PageOf<?> page, String address, Vn vn) {
        String prefix = address + (address.contains("?") ? "&" : "?") + "p=";
        int last = Math.max(0, page.pages() - 1);
        int here = Math.min(page.page(), last);
        long first = page.total() == 0 ? 0 : (long) page.page() * page.size() + 1;
        return new Pages(
                vn.number(first),
                vn.number(page.total() == 0 ? 0 : first + page.items().size() - 1),
                vn.number(page.total()),
                page.total(),
                links(prefix, here, last, vn),
                here > 0 ? prefix + (here - 1) : null,
                here < last ? prefix + (here + 1) : null);
    }

    /** Whether the list is empty, so that there is nothing to say about its pages. */
    public boolean none() {
        return items == 0;
    }

    public boolean many() {
        return links.size() > 1;
    }

    private static List<Link> links(String prefix, int here, int last, Vn vn) {
        List<Link> links = new ArrayList<>();
        int before = -1;
        for (int number : numbers(here, last)) {
            if (number > before + 1) {
                links.add(new Link("…", null, false));
            }
            links.add(new Link(vn.number(number + 1), prefix + number, number == here));
            before = number;
        }
        return List.copyOf(links);
    }

    private static int[] numbers(int here, int last) {
        return IntStream.concat(IntStream.of(0, last), IntStream.rangeClosed(here - 1, here + 1))
                .filter(number -> number >= 0 && number <= last)
                .sorted()
                .distinct()
                .toArray();
    }
}
