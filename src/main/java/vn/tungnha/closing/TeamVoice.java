package vn.tungnha.closing;

/** The free words of one report that a team handed in. */
public record TeamVoice(long teamId, String team, ReportText text) {}
