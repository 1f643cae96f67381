package vn.tungnha.visits;

import java.util.List;
import java.util.Map;

/**
 * What of a notebook is to be kept.
 *
 * @param form fields as typed
 * @param openRows rows in which something is written
 */
public record NotebookDraft(Map<String, List<String>> form, int openRows) {}
