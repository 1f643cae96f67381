package vn.tungnha.shared.table;

/**
 * Something an import made, told so that it can be taken back.
 *
 * @param subject what it is, such as {@code household}
 * @param ref which one
 * @param group things that go or stay together have the same
 * @param state by which its module knows whether somebody has changed it since
 */
public record Made(String subject, String ref, String group, String state) {}
