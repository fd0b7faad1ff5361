namespace keuzekaart {}
