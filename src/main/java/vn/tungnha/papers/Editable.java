package vn.tungnha.papers;

/**
 * A part of a draft that an official may write.
 *
 * @param key by which it is sent back
 * @param text what the paper says now
 * @param generated what the form and the figures would say
 * @param typed whether an official wrote it
 * @param outdated whether the figures have said something else since it was written
 */
public record Editable(String key, String heading, String text, String generated, boolean typed, boolean outdated) {

    public boolean blank() {
        return text.isBlank();
    }
}
