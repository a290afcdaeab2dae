door-help-text = Şiddet yaşayan veya yaşamış olan herkes için: kim yardım edebilir ve onlara nasıl ulaşılır.
