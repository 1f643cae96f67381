package vn.tungnha.life;

/**
 * The wording of one kind of decision; texts of several lines, in which braces are filled in from the register.
 *
 * @param authority who decides, the line above the grounds
 * @param articles one a line, each beginning with its number
 */
public record DecisionForm(
        DecisionKind kind,
        int version,
        String subject,
        String authority,
        String grounds,
        String articles,
        String recipients,
        String signers) {}
