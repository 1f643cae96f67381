package vn.tungnha.journeys;

/** The confirmation of a visit just saved. */
record SentPage(Visitor visitor) {

    String visit() {
        return visitor.place().substring(visitor.place().indexOf("sent=") + 5);
    }

    VisitPage look() {
        visitor.open("/field/visits/" + visit());
        return new VisitPage(visitor);
    }
}
