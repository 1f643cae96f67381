package vn.tungnha.papers;

/**
 * What stands around the sections; several lines where a text has several, placeholders anywhere.
 *
 * @param parentBody the body above the issuing one; empty = none
 * @param symbol what follows the number, such as BC-UBND; empty = the paper bears no number
 * @param addressee "Kính gửi"; empty = none
 */
public record FormHead(
        String parentBody,
        String issuer,
        String symbol,
        String title,
        String subject,
        String addressee,
        String recipients,
        String signers) {}
