package vn.tungnha.shared;

/** Which page of a list, from 0, and how many rows a page has (1 to 1000). */
public record Paging(int page, int size) {

    public Paging {
        page = Math.max(0, page);
        size = Math.min(1000, Math.max(1, size));
    }

    public long offset() {
        return (long) page * size;
    }
}
