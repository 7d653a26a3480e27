#include "model/policy/samplepack.h"

namespace shirushi::policy::sample {

namespace {

constexpr char sampleJson[] = R"({
"format": 1,
"id": "sample",
"version": "1.2",
"title": {"ja": "見本市の基準", "en": "The standard of Sample"},
"shortTitle": {"ja": "見本市"},
"authority": {"ja": "見本市"},
"source": {"ja": "見本"},
"enacted": "2026-04-01",
"questionsTo": "security-officer",
"designation": {"role": "security-manager", "word": {"ja": "指定"}, "meanwhile": {"ja": "案のとおり扱う"},
 "citation": {"article": "第5条第2項", "quote": "指定は管理者が行う"}},
"appliesTo": ["staff", "councillor"],
"scope": {"article": "第1条", "quote": "全ての職員"},
"marks": {"restrictions": true},
"axes": [
 {"id": "secrecy", "title": {"ja": "秘密性"}, "chipTitle": {"ja": "秘密"}, "inFileName": true, "fileMark": "秘密性", "levels": [
  {"id": "high", "rank": 3, "name": {"ja": "秘密性高"}, "mark": "秘密性高", "shortName": "高", "tone": "high",
   "criterion": {"article": "第2条第1号", "quote": "個人の情報"}, "libreOfficeLevel": 3, "restrictions": [
   {"text": {"ja": "複製禁止"}, "citation": {"article": "第3条", "quote": "複製してはならない"}},
   {"text": {"ja": "暗号化"}, "preset": false, "citation": {"article": "第3条の2", "draft": true}}]},
  {"id": "middle", "rank": 2, "name": {"ja": "秘密性中"}, "mark": "秘密性中", "shortName": "中", "tone": "middle",
   "criterion": {"article": "第2条第2号", "quote": "庁内の情報"}, "restrictions": [
   {"text": {"ja": "暗号化"}, "citation": {"article": "第3条の3", "quote": "暗号化する"}}]},
  {"id": "low", "rank": 1, "name": {"ja": "秘密性低"}, "mark": "秘密性低", "shortName": "低", "tone": "low",
   "criterion": {"article": "第2条第3号", "quote": "その他"}, "restrictions": []}]},
 {"id": "integrity", "title": {"ja": "完全性"}, "chipTitle": {"ja": "完全"}, "levels": [
  {"id": "2", "rank": 2, "name": {"ja": "完全性2"}, "mark": "完全性2", "shortName": "2", "tone": "middle",
   "criterion": {"article": "第2条の2", "quote": "誤り"}, "restrictions": [], "note": {"ja": "本市の注"}},
  {"id": "1", "rank": 1, "name": {"ja": "完全性1"}, "mark": "完全性1", "shortName": "1", "tone": "low",
   "criterion": {"article": "第2条の2", "quote": "その他"}, "restrictions": []}]}],
"roles": [
 {"id": "staff", "title": {"ja": "職員"}},
 {"id": "councillor", "title": {"ja": "議員"}, "absent": true, "note": {"ja": "議員を対象としない"}},
 {"id": "security-manager", "title": {"ja": "管理者"}},
 {"id": "security-officer", "title": {"ja": "責任者"}, "heldBy": ["security-manager"], "reach": "department"}],
"domains": [
 {"id": "lgwan", "title": {"ja": "LGWAN接続系"}}],
"questions": [
 {"id": "S0", "step": "source", "text": {"ja": "どこから来ましたか"}, "citation": {"article": "第4条", "quote": "入手"}, "answers": [
  {"id": "own", "key": "1", "text": {"ja": "自分で"}, "outcome": {"begin": true}},
  {"id": "staff", "key": "2", "text": {"ja": "職員から"}, "outcome": {"inherit": true}},
  {"id": "unclear", "key": "3", "text": {"ja": "不明"}, "outcome": {"refer": true, "levels": {"secrecy": "high"}}}]},
 {"id": "K1", "step": "secrecy", "text": {"ja": "公表済みですか"}, "citation": {"article": "第2条", "quote": "その他"}, "answers": [
  {"id": "yes", "key": "Y", "text": {"ja": "はい"}, "outcome": {"level": "low"}},
  {"id": "no", "key": "N", "text": {"ja": "いいえ"}, "outcome": {"next": "K2"}}],
  "unknown": {"next": "K2"}},
 {"id": "K2", "step": "secrecy", "text": {"ja": "個人の情報ですか"}, "citation": {"article": "第2条", "quote": "個人の情報"}, "answers": [
  {"id": "yes", "key": "Y", "text": {"ja": "はい"}, "outcome": {"level": "high", "domain": "lgwan"}},
  {"id": "no", "key": "N", "text": {"ja": "いいえ"}, "outcome": {"level": "middle", "askPublishOn": true}}],
  "unknown": {"refer": true, "level": "high"}},
 {"id": "I1", "step": "integrity", "text": {"ja": "誤りは困りますか"}, "citation": {"article": "第2条の2", "draft": true}, "answers": [
  {"id": "yes", "key": "Y", "text": {"ja": "はい"}, "outcome": {"level": "2"}},
  {"id": "no", "key": "N", "text": {"ja": "いいえ"}, "outcome": {"level": "1"}}],
  "unknown": {"level": "2"}}],
"facts": [
 {"id": "no-other-method", "title": {"ja": "他に方法がない", "en": "There is no other way"}}],
"separationOfDuties": {"citation": {"article": "第6条", "quote": "止むを得ない場合を除き、兼務してはならない"},
 "exception": {"article": "第6条", "quote": "止むを得ない場合を除き"}},
"passwords": {"minimumLength": 14, "length": {"article": "第7条", "draft": true}, "kinds": ["upper", "digit"],
 "composition": {"article": "第7条", "quote": "大文字と数字"}, "changeInitial": false},
"idle": {"minutes": 5, "citation": {"article": "第8条", "quote": "離席"}},
"retention": {"years": [2, 4], "permanent": false, "start": "day-after", "citation": {"article": "第8条の2", "draft": true}},
"documentKinds": [
 {"id": "memo", "title": {"ja": "メモ"}, "classes": {"secrecy": "middle", "integrity": "1"}, "citation": {"article": "別表", "draft": true}}],
"incident": {"calls": [
 {"role": "security-manager", "when": {"actions": ["send"], "classes": {"secrecy": ["high"]}}, "remark": {"ja": "ただちに"}, "citation": {"article": "第13条", "quote": "報告する"}},
 {"role": "security-manager", "citation": {"article": "第14条", "quote": "すべて報告する"}},
 {"body": {"ja": "警察"}, "tellers": ["security-manager"], "citation": {"article": "案", "draft": true}}]},
"sending": {"methods": {"role": "security-manager", "citation": {"article": "第15条", "quote": "定める方法"}}, "overdueDays": 3,
 "gateways": [{"domain": "example.jp", "stripped": ["zip"]}]},
"rules": [
 {"id": "mail-high", "when": {"actions": ["send"], "classes": {"secrecy": ["high"]}, "channels": ["mail"], "unless": ["no-other-method"]},
  "ruling": "forbidden", "explanation": {"ja": "送れません"}, "citation": {"article": "第9条第1項", "quote": "送信してはならない"}},
 {"id": "mail-high-proviso", "when": {"actions": ["send"], "classes": {"secrecy": ["high"]}, "channels": ["mail"], "given": ["no-other-method"]},
  "ruling": "permitted-with-obligations", "citation": {"article": "第9条第1項ただし書", "quote": "ただし"}, "obligations": [
  {"id": "approval", "text": {"ja": "承認を得る"}, "approver": "security-manager", "word": {"ja": "承認"}, "citation": {"article": "第9条", "quote": "承認"}},
  {"id": "encryption", "text": {"ja": "暗号化する"}, "citation": {"article": "第9条", "quote": "暗号化"}}]},
 {"id": "mail-above-low", "when": {"actions": ["send"], "classes": {"secrecy": ["high", "middle"]}, "channels": ["mail"]},
  "ruling": "permitted-with-obligations", "citation": {"article": "第10条", "quote": "必要に応じ"}, "obligations": [
  {"id": "encryption", "text": {"ja": "必要に応じ暗号化する"}, "ifNeeded": true, "citation": {"article": "第10条", "quote": "必要に応じ"}}]},
 {"id": "mail-care", "when": {"actions": ["send"], "channels": ["mail"]}, "ruling": "permitted", "reminder": true,
  "citation": {"article": "第11条", "quote": "宛先"}, "obligations": [
  {"id": "recipients", "text": {"ja": "宛先を確かめる"}, "citation": {"article": "第11条", "quote": "宛先"}}]},
 {"id": "publish-low", "when": {"actions": ["publish"], "classes": {"secrecy": ["low"]}, "roles": ["staff"], "destinations": ["public"]},
  "ruling": "permitted", "citation": {"article": "第12条", "quote": "公表"}}],
"provisions": [
 {"id": "K001", "article": "第9条", "quote": "送信してはならない", "strength": "must", "feature": "send", "state": "planned", "note": {"ja": "送信のときに止めます"}},
 {"id": "K002", "article": "第2条", "quote": "分類する", "strength": "must", "feature": "label", "state": "served", "note": {"ja": "質問で分類します"}},
 {"id": "K003", "article": "第99条", "quote": "施錠する", "strength": "should", "state": "not", "note": {"ja": "建物のことです"}}],
"cases": [
 {"id": "case-1", "situation": {"ja": "名簿"}, "answers": [["S0", "own"], ["K1", "no"], ["K2", "yes"], ["I1", "yes"]], "levels": {"secrecy": "high", "integrity": "2"}},
 {"id": "case-2", "situation": {"ja": "広報"}, "answers": [["K1", "yes"]], "levels": {"secrecy": "low"}},
 {"id": "case-3", "situation": {"ja": "引継ぎ"}, "answers": [["S0", "staff"]], "ends": "inherit"},
 {"id": "case-4", "situation": {"ja": "不明"}, "answers": [["S0", "unclear"], ["I1", "no"]], "ends": "refer", "levels": {"secrecy": "high"}},
 {"id": "case-5", "situation": {"ja": "メモ"}, "answers": [["K1", "?"], ["K2", "no"]], "levels": {"secrecy": "middle"}},
 {"id": "case-6", "situation": {"ja": "迷う"}, "answers": [["K1", "no"], ["K2", "?"]], "levels": {"secrecy": "high"}, "ends": "refer"},
 {"id": "case-7", "situation": {"ja": "計算表"}, "answers": [["K1", "yes"], ["I1", "?"]], "levels": {"integrity": "2"}},
 {"id": "case-8", "situation": {"ja": "高を送る"}, "action": "send", "classes": {"secrecy": "high"}, "channel": "mail", "ruling": "forbidden"},
 {"id": "case-9", "situation": {"ja": "高を送るしかない"}, "action": "send", "classes": {"secrecy": "high"}, "channel": "mail", "given": ["no-other-method"], "ruling": "permitted-with-obligations", "obligations": ["encryption", "approval"]},
 {"id": "case-10", "situation": {"ja": "中を送る"}, "action": "send", "classes": {"secrecy": "middle"}, "channel": "mail", "ruling": "permitted-with-obligations", "obligations": ["encryption"]},
 {"id": "case-11", "situation": {"ja": "低を送る"}, "action": "send", "classes": {"secrecy": "low"}, "channel": "mail", "ruling": "permitted"},
 {"id": "case-12", "situation": {"ja": "公表"}, "action": "publish", "classes": {"secrecy": "low"}, "role": "staff", "destination": "public", "ruling": "permitted"},
 {"id": "case-13", "situation": {"ja": "郵送"}, "action": "send", "classes": {"secrecy": "high"}, "channel": "post", "ruling": "permitted"},
 {"id": "case-14", "situation": {"ja": "保管"}, "action": "store", "classes": {"secrecy": "high"}, "ruling": "permitted"},
 {"id": "case-15", "situation": {"ja": "廃棄"}, "action": "dispose", "classes": {"secrecy": "low"}, "ruling": "permitted"}]
}
)";

} // namespace

QByteArray json()
{
    return sampleJson;
}

QByteArray with(const QByteArray &what, const QByteArray &instead)
{
    QByteArray changed = json();
    return changed.count(what) == 1 ? changed.replace(what, instead) : QByteArray();
}

std::shared_ptr<const Pack> pack()
{
    auto loaded = loadPack(json(), nullptr, QStringLiteral("sample"));
    if (!loaded)
        qFatal("%s", qUtf8Printable(loaded.error().message));
    return std::make_shared<const Pack>(std::move(*loaded));
}

int lineOf(const QByteArray &text, const QByteArray &what)
{
    return static_cast<int>(text.left(text.indexOf(what)).count('\n')) + 1;
}

} // namespace shirushi::policy::sample
