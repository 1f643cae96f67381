package vn.tungnha.door;

/**
 * A procedure that can be handed in at the national portal.
 *
 * @param full from the first step to the last online; else only a part is
 * @param url its page at the portal
 */
public record Procedure(String code, int version, String name, String field, boolean full, String url, boolean shown) {}
