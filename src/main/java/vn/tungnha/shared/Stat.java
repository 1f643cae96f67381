package vn.tungnha.shared;

import org.jspecify.annotations.Nullable;

/** One cell of a strip of figures: "36", "tổ đang hoạt động", "35 tổ có ghi nhận trong 7 ngày". */
public record Stat(String figure, String words, @Nullable String note) {}
