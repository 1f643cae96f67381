package vn.tungnha.identity;

/** Which phones to look for: part of their people's name, username or number, and how they stand. */
public record DeviceQuery(String text, Standing standing) {

    /** How a phone stands. */
    public enum Standing {
        ALL,
        /** Not heard of for a week, though not cut off. */
        UNSEEN,
        /** Keeps work stored more than a day ago. */
        UNSENT,
        REVOKED
    }
}
