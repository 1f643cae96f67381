package vn.tungnha.shared;

import java.util.List;
import java.util.function.Function;

/** One page of a list, in the shape the API answers with. */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public static <T> PageOf<T> of(List<T> items, Paging paging, long total) {
        return new PageOf<>(items, paging.page(), paging.size(), total);
    }

    public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
        return new PageOf<>(items.stream().<R>map(change).toList(), page, size, total);
    }

    public int pages() {
        return (int) ((total + size - 1) / size);
    }
}
