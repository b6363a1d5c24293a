# 一張紙怎樣列印、摺疊和裁切，寫給列印的人。紙張名稱不譯。

## 列印

both-sides =
    { $edge ->
        [short] { $paper }紙，雙面列印，沿短邊翻轉，100%（不要選「符合頁面大小」）。
       *[long] { $paper }紙，雙面列印，沿長邊翻轉，100%（不要選「符合頁面大小」）。
    }
one-side = { $paper }紙，單面列印，100%（不要選「符合頁面大小」）。
sheets = 每份有{ $sheets }張，請保持次序。

## 摺疊和裁切

fold-half = 按記號對摺一次，封面朝外。
fold-letter =
    { $first ->
        [left] 內頁朝上：先把左側向內摺，再把右側摺在上面。
       *[right] 內頁朝上：先把右側向內摺，再把左側摺在上面。
    }
fold-z = 按記號摺成Z形，封面在最上面。
fold-gate = 內頁朝上：把左右兩側向內摺，在中間相接。
fold-zine = 摺成八格後打開，沿虛線剪開，再縱向對摺，把兩端向中間推。
fold-booklet =
    { $sheets ->
        [1] 按記號對摺一次，封面朝外。
       *[other] 把{ $sheets }張按次序套在一起，按記號對摺，在摺線處用釘書機裝訂。
    }
fold-two-up = 按記號從中間裁開：每張得兩份。
fold-cards = 按記號裁開：每張得{ $copies }張卡。
fold-shoe-cards = 按記號裁成{ $copies }條，每條來回摺疊，封面在最上面。
fold-tear-off = 只沿紙條之間的虛線剪開，讓人用手撕下。

## 不在辦公室列印的

shop = 交印刷廠：檔案原樣傳送。
drums = 每種油墨一個檔案：逐個換滾筒疊印。預覽檔只供查看。
screen = 在螢幕上閱讀：可以傳送或放到網站上。不用於列印。
one-ink = 只有黑色和灰色：任何影印機都可以。

## 列印說明

sheet-title = 這份摺頁怎樣列印
sheet-file = 打開這個檔案：{ $file }
sheet-try = 先列印一份，應當和圖片一樣。
sheet-turn = 粗線標出紙張沿哪條邊翻轉。
sheet-folds = 虛線是摺疊或裁切的位置，不會印出來。
sheet-copies = 要幾份？______
sheet-front = 正面
sheet-back = 背面
sheet-draft = 這份譯文是草稿，還沒有人審閱。
sheet-draft-source = 這份摺頁的文字是草稿，還沒有人審閱。
sheet-alt =
    { $side ->
        [front] 印好的紙張正面的縮小圖。
       *[back] 印好的紙張背面的縮小圖。
    }

## 審閱頁

review-title = 譯文審閱
review-how = 請一行一行從一邊讀到另一邊。譯文沒有問題，就在方格裡簽上姓名縮寫；有問題，就把更好的說法寫在虛線上。
review-leaflet = 摺頁：{ $name }
review-messages = 文字：{ $count }段
review-drafts = 草稿：{ $count }
review-outdated-count = 待更新：{ $count }
review-missing-count = 未翻譯：{ $count }
review-text = 文字
review-source = 原文
review-translation = 譯文
review-initials = 簽名
review-section =
    { $part ->
        [cover] 封面
        [aside] 正文旁
        [back] 封底
        [contact] 聯絡方式
       *[body] 正文
    }
review-margin = 頁邊
review-draft = 草稿
review-approved = { $name }審閱通過
review-until = 有效至{ $month }
review-expired = 審閱已過期
review-changed = 審閱通過後改過
review-outdated = 此後原文有改動
review-missing = 還沒有翻譯
review-broken = 有錯誤，照檔案原樣顯示
review-unread = 無法從檔案中讀出
review-no-case = 這種語言沒有這種情況
review-case = 情況 { $case }
review-new = 底線：原文中新加的
review-gone = 刪除線：原文中已去掉的
review-value = 下加點：由程式填入，例如電話號碼
