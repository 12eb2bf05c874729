/*! @felleslosninger/minid-elements 0.1.8 (MIT, Digitaliseringsdirektoratet): mid-textfield, mid-code-input, mid-button, bundled unchanged with what they import; see SOURCE.md */
(function(){
/**
* @license
* Copyright 2019 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=/* @__PURE__ */ new WeakMap;var i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}};let a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(e,...t)=>new i(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,n),s=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},c=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:l,defineProperty:u,getOwnPropertyDescriptor:d,getOwnPropertyNames:f,getOwnPropertySymbols:p,getPrototypeOf:m}=Object,h=globalThis,g=h.trustedTypes,_=g?g.emptyScript:``,v=h.reactiveElementPolyfillSupport,y=(e,t)=>e,ee={toAttribute(e,t){
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
switch(t){case Boolean:e=e?_:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},te=(e,t)=>!l(e,t),ne={attribute:!0,type:String,converter:ee,reflect:!1,useDefault:!1,hasChanged:te};Symbol.metadata??=Symbol(`metadata`),h.litPropertyMetadata??=/* @__PURE__ */ new WeakMap;var b=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ne){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&u(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=d(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ne}static _$Ei(){if(this.hasOwnProperty(y(`elementProperties`)))return;let e=m(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(y(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(y(`properties`))){let e=this.properties,t=[...f(e),...p(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=/* @__PURE__ */ new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(c(e))}else e!==void 0&&t.push(c(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=/* @__PURE__ */ new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=/* @__PURE__ */ new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=/* @__PURE__ */ new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?ee:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?ee:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??te)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=/* @__PURE__ */ new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=/* @__PURE__ */ new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=/* @__PURE__ */ new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};b.elementStyles=[],b.shadowRootOptions={mode:`open`},b[y(`elementProperties`)]=/* @__PURE__ */ new Map,b[y(`finalized`)]=/* @__PURE__ */ new Map,v?.({ReactiveElement:b}),(h.reactiveElementVersions??=[]).push(`2.1.2`);
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let re=globalThis,ie=e=>e,ae=re.trustedTypes,oe=ae?ae.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,se=`$lit$`,x=`lit$${Math.random().toFixed(9).slice(2)}$`,ce=`?`+x,le=`<${ce}>`,S=document,C=()=>S.createComment(``),ue=e=>e===null||typeof e!=`object`&&typeof e!=`function`,de=Array.isArray,fe=e=>de(e)||typeof e?.[Symbol.iterator]==`function`,pe=`[ 	
\f\r]`,me=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,he=/-->/g,ge=/>/g,w=RegExp(`>|${pe}(?:([^\\s"'>=/]+)(${pe}*=${pe}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),_e=/'/g,ve=/"/g,ye=/^(?:script|style|textarea|title)$/i,T=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),E=Symbol.for(`lit-noChange`),D=Symbol.for(`lit-nothing`),be=/* @__PURE__ */ new WeakMap,O=S.createTreeWalker(S,129);function xe(e,t){if(!de(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return oe===void 0?t:oe.createHTML(t)}let Se=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=me;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===me?c[1]===`!--`?o=he:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=w):(ye.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=w):o=ge:o===w?c[0]===`>`?(o=i??me,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?w:c[3]===`"`?ve:_e):o===ve||o===_e?o=w:o===he||o===ge?o=me:(o=w,i=void 0);let d=o===w&&e[t+1].startsWith(`/>`)?` `:``;a+=o===me?n+le:l>=0?(r.push(s),n.slice(0,l)+se+n.slice(l)+x+d):n+x+(l===-2?t:d)}return[xe(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]};var Ce=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Se(t,n);if(this.el=e.createElement(l,r),O.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=O.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(se)){let t=u[o++],n=i.getAttribute(e).split(x),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ee:r[1]===`?`?De:r[1]===`@`?Oe:A}),i.removeAttribute(e)}else e.startsWith(x)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(ye.test(i.tagName)){let e=i.textContent.split(x),t=e.length-1;if(t>0){i.textContent=ae?ae.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],C()),O.nextNode(),c.push({type:2,index:++a});i.append(e[t],C())}}}else if(i.nodeType===8){if(i.data===ce)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(x,e+1))!==-1;)c.push({type:7,index:a}),e+=x.length-1}}a++}}static createElement(e,t){let n=S.createElement(`template`);return n.innerHTML=e,n}};function k(e,t,n=e,r){if(t===E)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=ue(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=k(e,i._$AS(e,t.values),i,r)),t}var we=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??S).importNode(t,!0);O.currentNode=r;let i=O.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Te(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new ke(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=O.nextNode(),a++)}return O.currentNode=S,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Te=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=D,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=k(this,e,t),ue(e)?e===D||e==null||e===``?(this._$AH!==D&&this._$AR(),this._$AH=D):e!==this._$AH&&e!==E&&this._(e):e._$litType$===void 0?e.nodeType===void 0?fe(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==D&&ue(this._$AH)?this._$AA.nextSibling.data=e:this.T(S.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ce.createElement(xe(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new we(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=be.get(e.strings);return t===void 0&&be.set(e.strings,t=new Ce(e)),t}k(t){de(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(C()),this.O(C()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ie(e).nextSibling;ie(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},A=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=D,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(/* @__PURE__ */ new String),this.strings=n):this._$AH=D}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=k(this,e,t,0),a=!ue(e)||e!==this._$AH&&e!==E,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=k(this,r[n+o],t,o),s===E&&(s=this._$AH[o]),a||=!ue(s)||s!==this._$AH[o],s===D?e=D:e!==D&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===D?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ee=class extends A{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===D?void 0:e}},De=class extends A{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==D)}},Oe=class extends A{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=k(this,e,t,0)??D)===E)return;let n=this._$AH,r=e===D&&n!==D||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==D&&(n===D||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ke=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){k(this,e)}};let Ae={M:se,P:x,A:ce,C:1,L:Se,R:we,D:fe,V:k,I:Te,H:A,N:De,U:Oe,B:Ee,F:ke},je=re.litHtmlPolyfillSupport;je?.(Ce,Te),(re.litHtmlVersions??=[]).push(`3.3.3`);let Me=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Te(t.insertBefore(C(),e),e,void 0,n??{})}return i._$AI(e),i},Ne=globalThis
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
;var j=class extends b{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Me(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return E}};j._$litElement$=!0,j.finalized=!0,Ne.litElementHydrateSupport?.({LitElement:j});let Pe=Ne.litElementPolyfillSupport;Pe?.({LitElement:j}),(Ne.litElementVersions??=[]).push(`4.2.2`);
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let M=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Fe={attribute:!0,type:String,converter:ee,reflect:!1,hasChanged:te},Ie=(e=Fe,t,n)=>{
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=/* @__PURE__ */ new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function N(e){return(t,n)=>typeof n==`object`?Ie(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/function Le(e){return N({...e,state:!0,attribute:!1})}
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let Re=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/function ze(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Re(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Re(n,r,{get(){return a(this)}})}}
/**
* @license
* Copyright 2017 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let P={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Be=e=>(...t)=>({_$litDirective$:e,values:t});var Ve=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};
/**
* @license
* Copyright 2020 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/let{I:He}=Ae,Ue=(e,t)=>t===void 0?e?._$litType$!==void 0:e?._$litType$===t,We=e=>e.strings===void 0,Ge={},Ke=(e,t=Ge)=>e._$AH=t,qe=Be(class extends Ve{constructor(e){
/**
* @license
* Copyright 2020 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
if(super(e),e.type!==P.PROPERTY&&e.type!==P.ATTRIBUTE&&e.type!==P.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!We(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===E||t===D)return t;let n=e.element,r=e.name;if(e.type===P.PROPERTY){if(t===n[r])return E}else if(e.type===P.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return E}else if(e.type===P.ATTRIBUTE&&n.getAttribute(r)===t+``)return E;return Ke(e),t}}),Je={fromAttribute(e){return e??``},toAttribute(e){return e||null}},F=Be(class extends Ve{constructor(e){
/**
* @license
* Copyright 2018 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
if(super(e),e.type!==P.ATTRIBUTE||e.name!==`class`||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return` `+Object.keys(e).filter(t=>e[t]).join(` `)+` `}update(e,[t]){if(this.st===void 0){this.st=/* @__PURE__ */ new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(` `).split(/\s/).filter(e=>e!==``)));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let n=e.element.classList;for(let e of this.st)e in t||(n.remove(e),this.st.delete(e));for(let e in t){let r=!!t[e];r===this.st.has(e)||this.nt?.has(e)||(r?(n.add(e),this.st.add(e)):(n.remove(e),this.st.delete(e)))}return E}}),Ye=new CSSStyleSheet,I=(e,t=[])=>{var n=class extends e{constructor(...e){super(),this.tailwindLinkElement=document.querySelector(`[data-mid-tailwind]`)}connectedCallback(){super.connectedCallback(),Ye.cssRules.length||this.tailwindLinkElement&&(this.tailwindLinkElement.addEventListener(`load`,()=>{Ye.cssRules.length||this.insertCssRules()}),this.insertCssRules())}insertCssRules(){this.tailwindLinkElement.sheet?Array.from(this.tailwindLinkElement.sheet.cssRules).forEach(e=>{try{Ye.insertRule(e.cssText,Ye.cssRules.length)}catch(t){console.warn(`Error inserting rule:`,e.cssText,t)}}):console.warn(`Error getting css stylesheet from element with data attribute "data-mid-tailwind"`)}};return n.styles=[Ye,t],n},L=e=>e??D
/**
* @license
* Copyright 2018 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
;var Xe=class{constructor(e,...t){this.slotNames=[],this.handleSlotChange=e=>{let t=e.target;(this.slotNames.includes(`[default]`)&&!t.name||t.name&&this.slotNames.includes(t.name))&&this.host.requestUpdate()},(this.host=e).addController(this),this.slotNames=t}hasDefaultSlot(){return Array.from(this.host.childNodes).some(e=>{if(e.nodeType===e.TEXT_NODE&&e.textContent.trim()!==``)return!0;if(e.nodeType===e.ELEMENT_NODE){let t=e;if(t.tagName.toLowerCase()===`sr-only`)return!1;if(!t.hasAttribute(`slot`))return!0}return!1})}hasNamedSlot(e){return this.host.querySelector(`:scope > [slot="${e}"]`)!==null}test(e){return e===`[default]`?this.hasDefaultSlot():this.hasNamedSlot(e)}hostConnected(){this.host.shadowRoot.addEventListener(`slotchange`,this.handleSlotChange)}hostDisconnected(){this.host.shadowRoot.removeEventListener(`slotchange`,this.handleSlotChange)}},Ze=e=>{throw TypeError(e)},Qe=(e,t,n)=>t.has(e)||Ze(`Cannot `+n),R=(e,t,n)=>(Qe(e,t,`read from private field`),n?n.call(e):t.get(e)),z=(e,t,n)=>t.has(e)?Ze(`Cannot add the same private member more than once`):t instanceof WeakSet?t.add(e):t.set(e,n),B=(e,t,n,r)=>(Qe(e,t,`write to private field`),r?r.call(e,n):t.set(e,n),n),V=(e,t,n)=>(Qe(e,t,`access private method`),n);function $e(e){var t,n,r,i,a,o,s,c,l,u,d,f,p,m,h,g,_,v;class y extends e{constructor(...e){super(...e),z(this,p),z(this,t),z(this,n),z(this,r),z(this,i),z(this,a),z(this,o),z(this,s),z(this,c),z(this,l),z(this,u),z(this,d),z(this,f),this.internals=this.attachInternals(),B(this,t,!1),B(this,n,!1),B(this,r,!1),B(this,a,!0),B(this,o,``),B(this,s,()=>{B(this,t,!0),V(this,p,m).call(this)}),B(this,c,()=>{B(this,t,!1),V(this,p,h).call(this,this.shouldFormValueUpdate()?R(this,o):``),!this.validity.valid&&R(this,r)&&B(this,n,!0);let e=V(this,p,m).call(this);this.validationMessageCallback&&this.validationMessageCallback(e?this.validationMessage:``),V(this,p,v).call(this,e)}),B(this,l,e=>{e?.preventDefault(),e?.stopImmediatePropagation(),R(this,a)&&this.validationTarget&&(this.internals.setValidity(this.validity,this.validationMessage,this.validationTarget),B(this,a,!1)),B(this,r,!0),B(this,n,!0);let t=V(this,p,m).call(this);this?.validationMessageCallback?.(t?this.validationMessage:``),V(this,p,v).call(this,t)}),B(this,d,!1),B(this,f,Promise.resolve()),this.addEventListener?.(`focus`,R(this,s)),this.addEventListener?.(`blur`,R(this,c)),this.addEventListener?.(`invalid`,R(this,l)),this.setValue(null)}static get formAssociated(){return!0}static get validators(){return this.formControlValidators||[]}static get observedAttributes(){let e=this.validators.map(e=>e.attribute).flat(),t=super.observedAttributes||[];return[.../* @__PURE__ */ new Set([...t,...e])]}static getValidator(e){return this.validators.find(t=>t.attribute===e)||null}static getValidators(e){return this.validators.filter(t=>{if(t.attribute===e||t.attribute?.includes(e))return!0})}get form(){return this.internals.form}get showError(){return V(this,p,m).call(this)}checkValidity(){return this.internals.checkValidity()}get validity(){return this.internals.validity}get validationMessage(){return this.internals.validationMessage}attributeChangedCallback(e,t,n){super.attributeChangedCallback?.(e,t,n),this.constructor.getValidators(e)?.length&&this.validationTarget&&this.setValue(R(this,o))}setValue(e){this.isConnected&&R(this,o)!==e&&B(this,r,!0),B(this,n,!1),this.validationMessageCallback?.(``),B(this,o,e);let t=this.shouldFormValueUpdate()?e:null;this.internals.setFormValue(t),V(this,p,h).call(this,t),this.valueChangedCallback&&this.valueChangedCallback(t);let i=V(this,p,m).call(this);V(this,p,v).call(this,i)}syncFormValue(e){B(this,o,e);let t=this.shouldFormValueUpdate()?e:null;this.internals.setFormValue(t),V(this,p,h).call(this,t),this.valueChangedCallback&&this.valueChangedCallback(t)}forceError(e){e&&V(this,p,g).call(this,{customError:!0},e),B(this,n,!0),V(this,p,m).call(this)}shouldFormValueUpdate(){return!0}get validationComplete(){return new Promise(e=>e(R(this,f)))}formResetCallback(){B(this,r,!1),B(this,n,!1),V(this,p,m).call(this),this.resetFormControl?.();let e=V(this,p,m).call(this);this.validationMessageCallback?.(e?this.validationMessage:``),V(this,p,v).call(this,e)}}return t=/* @__PURE__ */ new WeakMap,n=/* @__PURE__ */ new WeakMap,r=/* @__PURE__ */ new WeakMap,i=/* @__PURE__ */ new WeakMap,a=/* @__PURE__ */ new WeakMap,o=/* @__PURE__ */ new WeakMap,s=/* @__PURE__ */ new WeakMap,c=/* @__PURE__ */ new WeakMap,l=/* @__PURE__ */ new WeakMap,u=/* @__PURE__ */ new WeakMap,d=/* @__PURE__ */ new WeakMap,f=/* @__PURE__ */ new WeakMap,p=/* @__PURE__ */ new WeakSet,m=function(){if(this.hasAttribute(`disabled`))return!1;let e=R(this,n)||R(this,r)&&!this.validity.valid&&!R(this,t);return e&&this.internals.states?(this.internals.states.add(`--show-error`),this.internals.states.add(`--invalid`)):this.internals.states&&(this.internals.states.delete(`--show-error`),this.internals.states.delete(`--invalid`)),e},h=function(e){let t=this.constructor,n={},r=t.validators,a=[],o=r.some(e=>e.isValid instanceof Promise);R(this,d)||(B(this,f,new Promise(e=>{B(this,u,e)})),B(this,d,!0)),R(this,i)&&R(this,i).abort();let s=new AbortController;B(this,i,s);let c,l=!1;r.length&&(r.forEach(t=>{let r=t.key||`customError`,i=t.isValid(this,e,s.signal);i instanceof Promise?(a.push(i),i.then(i=>{i!=null&&(n[r]=!i,c=V(this,p,_).call(this,t,e),V(this,p,g).call(this,n,c))})):(n[r]=!i,this.validity[r]!==!i&&(l=!0),!i&&!c&&(c=V(this,p,_).call(this,t,e)))}),Promise.allSettled(a).then(()=>{var e;s?.signal.aborted||(B(this,d,!1),(e=R(this,u))==null||e.call(this))}),(l||!o)&&V(this,p,g).call(this,n,c))},g=function(e,t){if(this.validationTarget)this.internals.setValidity(e,t,this.validationTarget),B(this,a,!1);else{if(this.internals.setValidity(e,t),this.internals.validity.valid)return;B(this,a,!0)}},_=function(e,t){if(this.validityCallback){let t=this.validityCallback(e.key||`customError`);if(t)return t}return e.message instanceof Function?e.message(this,t):e.message},v=function(e){let t=e?`mid-invalid-show`:`mid-invalid-hide`;this.dispatchEvent(new CustomEvent(t,{bubbles:!0,composed:!0,detail:{validity:this.validity}}))},y}let et={attribute:`required`,key:`valueMissing`,message:`Please fill out this field`,isValid(e,t){let n=!0;return(e.hasAttribute(`required`)||e.required)&&!t&&(n=!1),n}},tt={attribute:`minlength`,key:`tooShort`,message(e,t){let n=t||``;return`Please use at least ${e.minlength} characters (you are currently using ${n.length} characters).`},isValid(e,t){return!t||!(t&&e.minlength>t.length)}},nt={attribute:`maxlength`,key:`tooLong`,message(e,t){let n=t||``;return`Please use no more than ${e.maxLength} characters (you are currently using ${n.length} characters).`},isValid(e,t){return!e.maxLength||!(t&&e.maxLength<t.length)}},rt={attribute:`pattern`,key:`patternMismatch`,message:`Please match the requested format`,isValid(e,t){return!t||!e.pattern||!!new RegExp(e.pattern).exec(t)}},it={attribute:`type`,key:`typeMismatch`,message(e){return e.input?.validationMessage||`Please enter a valid value`},isValid(e,t){if(!t||typeof t!=`string`||e.type!==`email`&&e.type!==`url`||typeof document>`u`)return!0;let n=document.createElement(`input`);return n.type=e.type,n.value=t,!n.validity.typeMismatch}};function H(e,t){let n={waitUntilFirstUpdate:!1,...t};return(t,r)=>{let{update:i}=t,a=Array.isArray(e)?e:[e];t.update=function(e){a.forEach(t=>{let i=t;if(e.has(i)){let t=e.get(i),a=this[i];t!==a&&(!n.waitUntilFirstUpdate||this.hasUpdated)&&this[r](t,a)}}),i.call(this,e)}}}let at={"circle-broken":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M12 3.75C7.44365 3.75 3.75 7.44365 3.75 12C3.75 15.5909 6.04464 18.6478 9.24993 19.7808C10.1091 20.0844 11.0344 20.25 12 20.25C12.4142 20.25 12.75 20.5858 12.75 21C12.75 21.4142 12.4142 21.75 12 21.75C10.8618 21.75 9.76756 21.5546 8.75007 21.195C4.9642 19.8569 2.25 16.2464 2.25 12C2.25 6.61522 6.61522 2.25 12 2.25C16.2464 2.25 19.8569 4.9642 21.195 8.75007C21.5546 9.76756 21.75 10.8618 21.75 12C21.75 12.4142 21.4142 12.75 21 12.75C20.5858 12.75 20.25 12.4142 20.25 12C20.25 11.0344 20.0844 10.1091 19.7808 9.24993C18.6478 6.04464 15.5909 3.75 12 3.75Z" fill="currentColor"/>
    </svg>
  `,"magnifying-glass":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M10.5 3.25C6.49594 3.25 3.25 6.49594 3.25 10.5C3.25 14.5041 6.49594 17.75 10.5 17.75C12.2319 17.75 13.8219 17.1427 15.0689 16.1295L20.4801 21.5407C20.773 21.8336 21.2478 21.8336 21.5407 21.5407C21.8336 21.2478 21.8336 20.773 21.5407 20.4801L16.1295 15.0689C17.1427 13.8219 17.75 12.2319 17.75 10.5C17.75 6.49594 14.5041 3.25 10.5 3.25ZM4.75 10.5C4.75 7.32436 7.32436 4.75 10.5 4.75C13.6756 4.75 16.25 7.32436 16.25 10.5C16.25 13.6756 13.6756 16.25 10.5 16.25C7.32436 16.25 4.75 13.6756 4.75 10.5Z" fill="currentColor"/>
    </svg>

  `,"questionmark-circle-fill":`
    <svg xmlns="http://www.w3.org/2000/svg" width="1em" height="1em" fill="none" aria-hidden="true" viewBox="0 0 24 24">
      <path fill="currentColor" fill-rule="evenodd" d="M12 0c6.627 0 12 5.373 12 12s-5.373 12-12 12S0 18.627 0 12 5.373 0 12 0Zm0 16a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Zm0-11c2.205 0 4 1.657 4 3.693 0 .986-.416 1.914-1.172 2.612l-.593.54-.294.28c-.477.466-.869.94-.936 1.417l-.01.144v.814h-1.991v-.814c0-1.254.84-2.214 1.675-3.002l.74-.68c.38-.35.59-.816.59-1.31 0-1.024-.901-1.856-2.01-1.856-1.054 0-1.922.755-2.002 1.71l-.006.145H8C8 6.657 9.794 5 12 5Z" clip-rule="evenodd"/>
    </svg>
  `,"questionmark-circle":`
    <svg xmlns="http://www.w3.org/2000/svg" width="1em" height="1em" fill="none" aria-hidden="true" viewBox="0 0 24 24">
      <path fill="currentColor" fill-rule="evenodd" d="M12 0c6.627 0 12 5.373 12 12s-5.373 12-12 12S0 18.627 0 12 5.373 0 12 0Zm0 2C6.477 2 2 6.477 2 12s4.477 10 10 10 10-4.477 10-10S17.523 2 12 2Zm0 14a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Zm0-11c2.205 0 4 1.657 4 3.693 0 .986-.416 1.914-1.172 2.612l-.593.54-.294.28c-.477.466-.869.94-.936 1.417l-.01.144v.814h-1.991v-.814c0-1.254.84-2.214 1.675-3.002l.74-.68c.38-.35.59-.816.59-1.31 0-1.024-.901-1.856-2.01-1.856-1.054 0-1.922.755-2.002 1.71l-.006.145H8C8 6.657 9.794 5 12 5Z" clip-rule="evenodd"/>
    </svg>
  `,"xmark-octagon-fill":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M7.74175 2.46967C7.8824 2.32902 8.07317 2.25 8.27208 2.25L15.7279 2.25C15.9268 2.25 16.1176 2.32902 16.2583 2.46967L21.5303 7.74175C21.671 7.8824 21.75 8.07317 21.75 8.27208V15.7279C21.75 15.9268 21.671 16.1176 21.5303 16.2583L16.2583 21.5303C16.1176 21.671 15.9268 21.75 15.7279 21.75H8.27208C8.07316 21.75 7.8824 21.671 7.74175 21.5303L2.46967 16.2583C2.32902 16.1176 2.25 15.9268 2.25 15.7279L2.25 8.27208C2.25 8.07317 2.32902 7.8824 2.46967 7.74175L7.74175 2.46967ZM9.03033 7.96967C8.73744 7.67678 8.26256 7.67678 7.96967 7.96967C7.67678 8.26256 7.67678 8.73744 7.96967 9.03033L10.9393 12L7.96967 14.9697C7.67678 15.2626 7.67678 15.7374 7.96967 16.0303C8.26256 16.3232 8.73744 16.3232 9.03033 16.0303L12 13.0607L14.9697 16.0303C15.2626 16.3232 15.7374 16.3232 16.0303 16.0303C16.3232 15.7374 16.3232 15.2626 16.0303 14.9697L13.0607 12L16.0303 9.03033C16.3232 8.73744 16.3232 8.26256 16.0303 7.96967C15.7374 7.67678 15.2626 7.67678 14.9697 7.96967L12 10.9393L9.03033 7.96967Z" fill="currentColor"/>
    </svg>
  `,"exclamationmark-triangle-fill":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M11.9999 2.25C12.273 2.25 12.5244 2.3984 12.6565 2.63743L22.1827 19.8874C22.311 20.1198 22.307 20.4026 22.1721 20.6312C22.0372 20.8597 21.7916 21 21.5262 21H2.47363C2.20823 21 1.96259 20.8597 1.82771 20.6312C1.69283 20.4026 1.68879 20.1198 1.8171 19.8874L11.3434 2.63743C11.4754 2.3984 11.7269 2.25 11.9999 2.25ZM12.001 8.75C12.4152 8.75 12.751 9.08579 12.751 9.5V13.5C12.751 13.9142 12.4152 14.25 12.001 14.25C11.5868 14.25 11.251 13.9142 11.251 13.5V9.5C11.251 9.08579 11.5868 8.75 12.001 8.75ZM11.001 16.5C11.001 15.9477 11.4487 15.5 12.001 15.5C12.5533 15.5 13.001 15.9477 13.001 16.5C13.001 17.0523 12.5533 17.5 12.001 17.5C11.4487 17.5 11.001 17.0523 11.001 16.5Z" fill="currentColor"/>
    </svg>
  `,"checkmark-circle-fill":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M12 21.75C17.3848 21.75 21.75 17.3848 21.75 12C21.75 6.61522 17.3848 2.25 12 2.25C6.61522 2.25 2.25 6.61522 2.25 12C2.25 17.3848 6.61522 21.75 12 21.75ZM16.9536 9.27485C17.2434 8.93229 17.2007 8.41962 16.8582 8.12977C16.5156 7.83991 16.0029 7.88263 15.7131 8.22519L10.3251 14.5928L7.69952 11.9672C7.38222 11.6499 6.86778 11.6499 6.55048 11.9672C6.23317 12.2845 6.23317 12.7989 6.55048 13.1162L9.80048 16.3662C9.96114 16.5269 10.1817 16.6129 10.4088 16.6035C10.6358 16.594 10.8485 16.49 10.9953 16.3165L16.9536 9.27485Z" fill="currentColor"/>
    </svg>
  `,"eye-slash":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M21.0303 5.03033C21.3232 4.73744 21.3232 4.26256 21.0303 3.96967C20.7374 3.67678 20.2626 3.67678 19.9697 3.96967L16.659 7.28033C15.3593 6.67264 13.8043 6.25 12 6.25C8.77743 6.25 6.36338 7.59591 4.76986 8.92384C3.97354 9.58744 3.37644 10.2507 2.97685 10.7502C2.77672 11.0004 2.62518 11.2107 2.52208 11.361C2.4705 11.4362 2.43096 11.4966 2.40345 11.5396C2.38969 11.5611 2.37894 11.5782 2.37118 11.5908L2.36178 11.606L2.35877 11.611L2.35768 11.6128C2.35768 11.6128 2.35688 11.6141 3 12L2.35688 11.6141C2.21437 11.8517 2.21437 12.1484 2.35688 12.3859L2.35826 12.3882L2.36033 12.3916L2.36653 12.4017L2.38715 12.4348C2.40456 12.4624 2.42932 12.5009 2.46141 12.5492C2.52559 12.6457 2.61927 12.7814 2.74252 12.9466C2.98876 13.2768 3.35458 13.7273 3.84068 14.2208C4.64096 15.0333 5.77932 15.9744 7.25858 16.6808L3.96967 19.9697C3.67678 20.2626 3.67678 20.7374 3.96967 21.0303C4.26256 21.3232 4.73744 21.3232 5.03033 21.0303L10.5954 15.4653C10.6007 15.4601 10.6061 15.4549 10.6113 15.4495L10.6165 15.4441L15.4441 10.6165C15.4514 10.6096 15.4584 10.6025 15.4653 10.5954L21.0303 5.03033ZM13.914 10.0254L10.0254 13.914C9.91032 13.7953 9.80586 13.6661 9.71346 13.5278C9.47911 13.1771 9.32859 12.7772 9.27353 12.3589C9.21847 11.9407 9.26035 11.5155 9.39594 11.116C9.53153 10.7166 9.75719 10.3537 10.0555 10.0555C10.3537 9.75719 10.7166 9.53153 11.116 9.39594C11.5155 9.26035 11.9407 9.21847 12.3589 9.27353C12.7772 9.32859 13.1771 9.47911 13.5278 9.71346C13.6661 9.80586 13.7953 9.91033 13.914 10.0254ZM14.3612 8.46626C14.5814 8.61342 14.7867 8.78038 14.9747 8.96462L15.5189 8.42045C14.5061 8.01586 13.3343 7.75 12 7.75C9.22257 7.75 7.13662 8.9041 5.73014 10.0762C5.02646 10.6626 4.49856 11.2493 4.14815 11.6873C4.05539 11.8032 3.97534 11.9084 3.90802 12L3.94498 12.0499C4.15707 12.3343 4.47875 12.7311 4.90932 13.1682C5.71064 13.9817 6.8738 14.9197 8.39477 15.5446L8.96462 14.9747C8.78038 14.7867 8.61342 14.5814 8.46625 14.3612C8.10408 13.8191 7.87145 13.2011 7.78636 12.5547C7.70127 11.9084 7.766 11.2512 7.97555 10.6339C8.18509 10.0166 8.53384 9.45576 8.9948 8.9948C9.45576 8.53384 10.0166 8.18509 10.6339 7.97555C11.2512 7.766 11.9084 7.70127 12.5547 7.78636C13.2011 7.87145 13.8191 8.10408 14.3612 8.46626ZM19.5988 9.24339C19.2909 8.96625 18.8167 8.99114 18.5396 9.29898C18.2624 9.60682 18.2873 10.081 18.5952 10.3582C18.7178 10.4686 18.8341 10.5782 18.9442 10.6859C19.4237 11.1555 19.7822 11.589 20.0189 11.9022C20.0448 11.9364 20.0691 11.9691 20.092 12.0002C20.0247 12.0918 19.9446 12.197 19.8518 12.3129C19.5014 12.7509 18.9735 13.3376 18.2699 13.924C16.8634 15.0961 14.7774 16.2502 12 16.2502C11.5858 16.2502 11.25 16.586 11.25 17.0002C11.25 17.4144 11.5858 17.7502 12 17.7502C15.2226 17.7502 17.6366 16.4043 19.2301 15.0764C20.0265 14.4128 20.6236 13.7495 21.0232 13.25C21.2233 12.9998 21.3748 12.7895 21.4779 12.6392C21.5295 12.564 21.569 12.5036 21.5965 12.4606C21.6023 12.4516 21.6076 12.4433 21.6123 12.4359C21.6188 12.4255 21.6243 12.4167 21.6288 12.4094L21.6382 12.3942L21.6412 12.3892L21.6428 12.3867C21.7853 12.1492 21.7856 11.8518 21.6431 11.6143L21 12.0002C21.6431 11.6143 21.6425 11.6134 21.6425 11.6133L21.6416 11.6119L21.6394 11.6082L21.6326 11.5971L21.6099 11.5607C21.5907 11.5303 21.5633 11.4878 21.5277 11.4346C21.4565 11.3283 21.3525 11.1789 21.2155 10.9977C20.9419 10.6357 20.5349 10.1442 19.9937 9.61422C19.8692 9.49235 19.7376 9.36837 19.5988 9.24339ZM21 12.0002L21.6428 12.3867C21.6429 12.3864 21.6431 12.3861 21 12.0002Z" fill="currentColor"/>
    </svg>
  `,eye:`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M4.14838 12.3172C4.0542 12.1994 3.97317 12.0926 3.90533 12C3.97317 11.9074 4.0542 11.8006 4.14838 11.6828C4.49853 11.2446 5.02627 10.6584 5.72985 10.0727C7.13607 8.90197 9.22211 7.75 12 7.75C9.65279 7.75 7.75 9.65279 7.75 12C7.75 14.3472 9.65279 16.25 12 16.25C9.22211 16.25 7.13607 15.098 5.72985 13.9273C5.02627 13.3416 4.49853 12.7554 4.14838 12.3172ZM12 16.25C14.3472 16.25 16.25 14.3472 16.25 12C16.25 9.65279 14.3472 7.75 12 7.75C14.7779 7.75 16.8639 8.90197 18.2701 10.0727C18.9737 10.6584 19.5015 11.2446 19.8516 11.6828C19.9458 11.8006 20.0268 11.9074 20.0947 12C20.0268 12.0926 19.9458 12.1994 19.8516 12.3172C19.5015 12.7554 18.9737 13.3416 18.2701 13.9273C16.8639 15.098 14.7779 16.25 12 16.25ZM12 6.25C8.77789 6.25 6.36393 7.59303 4.77014 8.91985C3.97373 9.58286 3.37647 10.246 2.97662 10.7463C2.77639 10.9968 2.6246 11.2079 2.52109 11.3596C2.46936 11.4354 2.42935 11.4969 2.4011 11.5416C2.38707 11.5638 2.37537 11.5828 2.36621 11.598C2.36186 11.6052 2.35682 11.6137 2.35187 11.6223C2.34981 11.6259 2.34523 11.6339 2.33994 11.6438C2.33787 11.6476 2.33154 11.6594 2.32419 11.6747C2.32003 11.6835 2.30949 11.7072 2.30329 11.7223C2.29144 11.7541 2.2578 11.8921 2.25 12C2.2578 12.1079 2.29144 12.2459 2.30329 12.2777C2.30949 12.2928 2.32003 12.3165 2.32419 12.3253C2.33154 12.3406 2.33787 12.3524 2.33994 12.3562C2.34523 12.3661 2.34981 12.3741 2.35187 12.3777C2.35682 12.3863 2.36186 12.3948 2.36621 12.402C2.37537 12.4172 2.38707 12.4362 2.4011 12.4584C2.42935 12.5031 2.46936 12.5646 2.52109 12.6404C2.6246 12.7921 2.77639 13.0032 2.97662 13.2537C3.37647 13.754 3.97373 14.4171 4.77015 15.0802C6.36393 16.407 8.77789 17.75 12 17.75C15.2221 17.75 17.6361 16.407 19.2299 15.0802C20.0263 14.4171 20.6235 13.754 21.0234 13.2537C21.2236 13.0032 21.3754 12.7921 21.4789 12.6404C21.5306 12.5646 21.5706 12.5031 21.5989 12.4584C21.6129 12.4362 21.6246 12.4172 21.6338 12.402L21.6391 12.3931L21.6481 12.3777C21.6502 12.3741 21.6548 12.3661 21.6601 12.3562C21.6621 12.3524 21.6685 12.3406 21.6758 12.3253C21.68 12.3165 21.6905 12.2928 21.6967 12.2777C21.7086 12.2459 21.7422 12.1079 21.75 12C21.7422 11.8921 21.7086 11.7541 21.6967 11.7223C21.6905 11.7072 21.68 11.6835 21.6758 11.6747C21.6685 11.6594 21.6621 11.6476 21.6601 11.6438C21.6548 11.6339 21.6502 11.6259 21.6481 11.6223C21.6457 11.6181 21.6433 11.614 21.6409 11.61C21.6384 11.6058 21.636 11.6017 21.6338 11.598C21.6246 11.5828 21.6129 11.5638 21.5989 11.5416C21.5706 11.4969 21.5306 11.4354 21.4789 11.3596C21.3754 11.2079 21.2236 10.9968 21.0234 10.7463C20.6235 10.246 20.0263 9.58286 19.2299 8.91985C17.6361 7.59303 15.2221 6.25 12 6.25ZM9.25 12C9.25 10.4812 10.4812 9.25 12 9.25C13.5188 9.25 14.75 10.4812 14.75 12C14.75 13.5188 13.5188 14.75 12 14.75C10.4812 14.75 9.25 13.5188 9.25 12Z" fill="currentColor"/>
    </svg>
  `,"information-square-fill":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M3.25 4C3.25 3.58579 3.58579 3.25 4 3.25H20C20.4142 3.25 20.75 3.58579 20.75 4V20C20.75 20.4142 20.4142 20.75 20 20.75H4C3.58579 20.75 3.25 20.4142 3.25 20V4ZM11 7.75C11 7.19772 11.4477 6.75 12 6.75C12.5523 6.75 13 7.19772 13 7.75C13 8.30228 12.5523 8.75 12 8.75C11.4477 8.75 11 8.30228 11 7.75ZM9.75 10.75C9.75 10.3358 10.0858 10 10.5 10H12C12.4142 10 12.75 10.3358 12.75 10.75V15.5H13.5C13.9142 15.5 14.25 15.8358 14.25 16.25C14.25 16.6642 13.9142 17 13.5 17H12H10.5C10.0858 17 9.75 16.6642 9.75 16.25C9.75 15.8358 10.0858 15.5 10.5 15.5H11.25V11.5H10.5C10.0858 11.5 9.75 11.1642 9.75 10.75Z" fill="currentColor"/>
    </svg>
  `,"padlock-locked-fill":`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path fill-rule="evenodd" clip-rule="evenodd" d="M12 2.25C9.37665 2.25 7.25 4.37665 7.25 7V9.25H7C6.0335 9.25 5.25 10.0335 5.25 11V20C5.25 20.4142 5.58579 20.75 6 20.75H18C18.4142 20.75 18.75 20.4142 18.75 20V11C18.75 10.0335 17.9665 9.25 17 9.25H16.75V7C16.75 4.37665 14.6234 2.25 12 2.25ZM15.25 9.25V7C15.25 5.20507 13.7949 3.75 12 3.75C10.2051 3.75 8.75 5.20507 8.75 7V9.25H15.25ZM12 13C11.1716 13 10.5 13.6716 10.5 14.5C10.5 15.0552 10.8016 15.54 11.25 15.7993V17C11.25 17.4142 11.5858 17.75 12 17.75C12.4142 17.75 12.75 17.4142 12.75 17V15.7993C13.1984 15.54 13.5 15.0552 13.5 14.5C13.5 13.6716 12.8284 13 12 13Z" fill="currentColor"/>
    </svg>
  `,xmark:`
    <svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg">
      <path d="M6.53033 5.46967C6.23744 5.17678 5.76256 5.17678 5.46967 5.46967C5.17678 5.76256 5.17678 6.23744 5.46967 6.53033L10.9393 12L5.46967 17.4697C5.17678 17.7626 5.17678 18.2374 5.46967 18.5303C5.76256 18.8232 6.23744 18.8232 6.53033 18.5303L12 13.0607L17.4697 18.5303C17.7626 18.8232 18.2374 18.8232 18.5303 18.5303C18.8232 18.2374 18.8232 17.7626 18.5303 17.4697L13.0607 12L18.5303 6.53033C18.8232 6.23744 18.8232 5.76256 18.5303 5.46967C18.2374 5.17678 17.7626 5.17678 17.4697 5.46967L12 10.9393L6.53033 5.46967Z" fill="currentColor"/>
    </svg>
  `};var ot=Object.defineProperty,st=Object.getOwnPropertyDescriptor,U=(e,t,n,r)=>{for(var i=r>1?void 0:r?st(t,n):t,a=e.length-1,o;a>=0;a--)(o=e[a])&&(i=(r?o(t,n,i):o(i))||i);return r&&i&&ot(t,n,i),i};let ct=[o`
    :host {
      display: inline-flex;
      width: 1em;
      height: 1em;
      box-sizing: content-box !important;
    }

    svg {
      width: 100%;
      height: 100%;
      display: block;
    }
  `],W=Symbol(),lt=Symbol(),ut,G=/* @__PURE__ */ new Map,K=class extends I(j,ct){constructor(){super(...arguments),this.svg=null,this.library=`nav-aksel`,this.hasRendered=!1}updateAccessibilityAttributes(){typeof this.alt==`string`&&this.alt.length>0?(this.setAttribute(`role`,`img`),this.setAttribute(`aria-label`,this.alt),this.removeAttribute(`aria-hidden`)):(this.removeAttribute(`role`),this.removeAttribute(`aria-label`),this.setAttribute(`aria-hidden`,`true`))}async resolveIcon(e){let t=``;if(e.startsWith(`data:image/svg+xml`))t=decodeURIComponent(e);else{let n;try{if(n=await fetch(e,{mode:`cors`}),!n.ok)return n.status===410?W:lt}catch{return lt}t=await n.text()}try{let e=document.createElement(`div`);e.innerHTML=t;let n=e.firstElementChild;if(n?.tagName?.toLowerCase()!==`svg`)return W;ut||=new DOMParser;let r=ut.parseFromString(n.outerHTML,`text/html`).body.querySelector(`svg`);return r?(r.part.add(`svg`),document.adoptNode(r)):W}catch{return W}}firstUpdated(){this.hasRendered=!0,this.updateAccessibilityAttributes(),this.setIcon()}handleLabelChange(){this.updateAccessibilityAttributes()}async setIcon(){if(!this.library&&!this.name&&!this.src){this.svg=null;return}let e=G.get(`${this.library}-${this.name}`),t=`${this.library}-${this.name}`;if(!e){let n;this.src?(e=this.resolveIcon(this.src),G.set(t,e)):this.library===`nav-aksel`?(n=`/icons/${this.name}.svg`,e=this.resolveIcon(n),G.set(t,e)):this.library===`country`?(n=`/flags/${this.name}.svg`,e=this.resolveIcon(n),G.set(t,e)):this.library===`system`&&(n=`data:image/svg+xml,${encodeURIComponent(at[this.name])}`,e=this.resolveIcon(n),G.set(t,e))}if(!this.hasRendered)return;let n=await e;if(n&&(n===lt&&G.delete(t),t===`${this.library}-${this.name}`)){if(Ue(n))this.svg=n;else switch(n){case lt:case W:this.svg=null,this.dispatchEvent(new Event(`mid-error`,{bubbles:!0,composed:!0}));break;default:this.svg=n.cloneNode(!0),this.dispatchEvent(new Event(`mid-load`,{bubbles:!0,composed:!0}))}}}render(){return this.svg}};U([Le()],K.prototype,`svg`,2),U([N({reflect:!0})],K.prototype,`name`,2),U([N()],K.prototype,`src`,2),U([N()],K.prototype,`alt`,2),U([N()],K.prototype,`library`,2),U([H(`alt`)],K.prototype,`handleLabelChange`,1),U([H([`name`,`src`,`library`])],K.prototype,`setIcon`,1),K=U([M(`mid-icon`)],K);var dt=Object.defineProperty,ft=(e,t,n)=>t in e?dt(e,t,{enumerable:!0,configurable:!0,writable:!0,value:n}):e[t]=n,q=(e,t,n)=>ft(e,typeof t==`symbol`?t:t+``,n);let pt={"#":{pattern:/[0-9]/},"@":{pattern:/[a-zA-Z]/},"*":{pattern:/[a-zA-Z0-9]/}},mt=(e,t,n)=>e.replaceAll(t,``).replace(n,`.`).replace(`..`,`.`).replace(/[^.\d]/g,``),ht=(e,t,n)=>new Intl.NumberFormat(n.number?.locale??`en`,{minimumFractionDigits:e,maximumFractionDigits:t,roundingMode:`trunc`}),gt=(e,t=!0,n)=>{let r=n.number?.unsigned!==!0&&e.startsWith(`-`)?`-`:``,i=n.number?.fraction??0,a=ht(0,i,n),o=a.formatToParts(1000.12),s=o.find(e=>e.type===`group`)?.value??` `,c=o.find(e=>e.type===`decimal`)?.value??`.`,l=mt(e,s,c);if(Number.isNaN(parseFloat(l)))return r;let u=l.split(`.`);if(u[1]!=null&&u[1].length>=1){let e=u[1].length<=i?u[1].length:i;a=ht(e,i,n)}let d=a.format(parseFloat(l));return t?i>0&&l.endsWith(`.`)&&!l.slice(0,-1).includes(`.`)&&(d+=c):d=mt(d,s,c),r+d},_t=e=>JSON.parse(e.replaceAll(`'`,`"`)),vt=(e,t={})=>{let n={...t};e.dataset.maska!=null&&e.dataset.maska!==``&&(n.mask=bt(e.dataset.maska)),e.dataset.maskaEager!=null&&(n.eager=yt(e.dataset.maskaEager)),e.dataset.maskaReversed!=null&&(n.reversed=yt(e.dataset.maskaReversed)),e.dataset.maskaTokensReplace!=null&&(n.tokensReplace=yt(e.dataset.maskaTokensReplace)),e.dataset.maskaTokens!=null&&(n.tokens=xt(e.dataset.maskaTokens));let r={};return e.dataset.maskaNumberLocale!=null&&(r.locale=e.dataset.maskaNumberLocale),e.dataset.maskaNumberFraction!=null&&(r.fraction=parseInt(e.dataset.maskaNumberFraction)),e.dataset.maskaNumberUnsigned!=null&&(r.unsigned=yt(e.dataset.maskaNumberUnsigned)),(e.dataset.maskaNumber!=null||Object.values(r).length>0)&&(n.number=r),n},yt=e=>e===``||!!JSON.parse(e),bt=e=>e.startsWith(`[`)&&e.endsWith(`]`)?_t(e):e,xt=e=>{if(e.startsWith(`{`)&&e.endsWith(`}`))return _t(e);let t={};return e.split(`|`).forEach(e=>{let n=e.split(`:`);t[n[0]]={pattern:St()?new RegExp(n[1],`u`):new RegExp(n[1]),optional:n[2]===`optional`,multiple:n[2]===`multiple`,repeated:n[2]===`repeated`}}),t},St=()=>{try{return RegExp(`\\p{L}`,`u`),!0}catch{return!1}};var Ct=class{constructor(e={}){q(this,`opts`,{}),q(this,`memo`,/* @__PURE__ */ new Map);let t={...e};if(t.tokens!=null){t.tokens=t.tokensReplace?{...t.tokens}:{...pt,...t.tokens};for(let e of Object.values(t.tokens))typeof e.pattern==`string`&&(e.pattern=St()?new RegExp(e.pattern,`u`):new RegExp(e.pattern))}else t.tokens=pt;Array.isArray(t.mask)&&(t.mask=t.mask.length>1?[...t.mask].sort((e,t)=>e.length-t.length):t.mask[0]??``),t.mask===``&&(t.mask=null),this.opts=t}masked(e){return this.process(String(e),this.findMask(String(e)))}unmasked(e){return this.process(String(e),this.findMask(String(e)),!1)}isEager(){return this.opts.eager===!0}isReversed(){return this.opts.reversed===!0}completed(e){let t=this.findMask(String(e));if(this.opts.mask==null||t==null)return!1;let n=this.process(String(e),t).length;return typeof this.opts.mask==`string`?n>=this.opts.mask.length:n>=t.length}findMask(e){let t=this.opts.mask;if(t==null)return null;if(typeof t==`string`)return t;if(typeof t==`function`)return t(e);let n=this.process(e,t.slice(-1).pop()??``,!1);return t.find(t=>this.process(e,t,!1).length>=n.length)??``}escapeMask(e){let t=[],n=[];return e.split(``).forEach((r,i)=>{r===`!`&&e[i-1]!==`!`?n.push(i-n.length):t.push(r)}),{mask:t.join(``),escaped:n}}process(e,t,n=!0){if(this.opts.number!=null)return gt(e,n,this.opts);if(t==null)return e;let r=`v=${e},mr=${t},m=${+!!n}`;if(this.memo.has(r))return this.memo.get(r);let{mask:i,escaped:a}=this.escapeMask(t),o=[],s=this.opts.tokens==null?{}:this.opts.tokens,c=this.isReversed()?-1:1,l=this.isReversed()?`unshift`:`push`,u=this.isReversed()?0:i.length-1,d=this.isReversed()?()=>h>-1&&g>-1:()=>h<i.length&&g<e.length,f=e=>!this.isReversed()&&e<=u||this.isReversed()&&e>=u,p,m=-1,h=this.isReversed()?i.length-1:0,g=this.isReversed()?e.length-1:0,_=!1;for(;d();){let t=i.charAt(h),r=s[t],d=r?.transform==null?e.charAt(g):r.transform(e.charAt(g));if(!a.includes(h)&&r!=null?(d.match(r.pattern)==null?r.multiple?_&&=(h+=c,g-=c,!1):d===p?p=void 0:r.optional&&(h+=c,g-=c):(o[l](d),r.repeated?(m===-1?m=h:h===u&&h!==m&&(h=m-c),u===m&&(h-=c)):r.multiple&&(_=!0,h-=c),h+=c),g+=c):(n&&!this.isEager()&&o[l](t),d===t&&!this.isEager()?g+=c:p=t,this.isEager()||(h+=c)),this.isEager())for(;f(h)&&(s[i.charAt(h)]==null||a.includes(h));){if(n){if(o[l](i.charAt(h)),e.charAt(g)===i.charAt(h)){h+=c,g+=c;continue}}else i.charAt(h)===e.charAt(g)&&(g+=c);h+=c}}return this.memo.set(r,o.join(``)),this.memo.get(r)}},wt=class{constructor(e,t={}){q(this,`items`,/* @__PURE__ */ new Map),q(this,`eventAbortController`),q(this,`onInput`,e=>{if(e instanceof CustomEvent&&e.type===`input`&&!e.isTrusted&&!e.bubbles)return;let t=e.target,n=this.items.get(t);if(n===void 0)return;let r=`inputType`in e&&e.inputType.startsWith(`delete`),i=n.isEager(),a=r&&i&&n.unmasked(t.value)===``?``:t.value;this.fixCursor(t,r,()=>this.setValue(t,a))}),this.options=t,this.eventAbortController=new AbortController,this.init(this.getInputs(e))}update(e={}){this.options={...e},this.init(Array.from(this.items.keys()))}updateValue(e){e.value!==``&&e.value!==this.processInput(e)?.masked&&this.setValue(e,e.value)}destroy(){this.eventAbortController.abort(),this.items.clear()}init(e){let t=this.getOptions(this.options),n=[`text`,`search`,`url`,`tel`,`password`];for(let r of e){if(!n.includes(r.type)){console.warn("Maska: input of `%s` type is not supported",r.type);return}if(!this.items.has(r)){let{signal:e}=this.eventAbortController;r.addEventListener(`input`,this.onInput,{capture:!0,signal:e})}let e=new Ct(vt(r,t));this.items.set(r,e),queueMicrotask(()=>this.updateValue(r))}}getInputs(e){return typeof e==`string`?Array.from(document.querySelectorAll(e)):`length`in e?Array.from(e):[e]}getOptions(e){let{onMaska:t,preProcess:n,postProcess:r,...i}=e;return i}fixCursor(e,t,n){let r=e.selectionStart,i=e.value;if(n(),r===null||r===i.length&&!t)return;let a=e.value,o=i.slice(0,r),s=a.slice(0,r),c=this.processInput(e,o)?.unmasked,l=this.processInput(e,s)?.unmasked;if(c===void 0||l===void 0)return;let u=r;if(o!==s){if(t)u+=a.length-i.length;else if(c.length===0)u=0;else{u=a.length;for(let t=1;t<=a.length;t++)if((this.processInput(e,a.slice(0,t))?.unmasked??``).length>=c.length){u=t;break}}}e.setSelectionRange(u,u)}setValue(e,t){let n=this.processInput(e,t);n!==void 0&&(e.value=n.masked,this.options.onMaska!=null&&(Array.isArray(this.options.onMaska)?this.options.onMaska.forEach(e=>e(n)):this.options.onMaska(n)),e.dispatchEvent(new CustomEvent(`maska`,{detail:n})),e.dispatchEvent(new CustomEvent(`input`,{detail:n.masked})))}processInput(e,t){let n=this.items.get(e);if(n===void 0)return;let r=t??e.value;this.options.preProcess!=null&&(r=this.options.preProcess(r));let i=n.masked(r);return this.options.postProcess!=null&&(i=this.options.postProcess(i)),{masked:i,unmasked:n.unmasked(r),completed:n.completed(r)}}};function Tt(e){let t=e;for(;t;){if(t instanceof Element&&t.hasAttribute(`lang`))return t.getAttribute(`lang`);t=t instanceof ShadowRoot?t.host:t.parentNode}return document.documentElement.lang||`nb`}let Et={nb:{clear:`Tøm`,showPassword:`Vis passord`,hidePassword:`Skjul passord`,openCountrySelector:`Åpne landsvelger`,close:`Lukk`,loading:`Laster`},nn:{clear:`Tøm`,showPassword:`Vis passord`,hidePassword:`Gøym passord`,openCountrySelector:`Opna landsveljar`,close:`Lukk`,loading:`Lastar`},se:{clear:`Sihko`,showPassword:`Čájet sátnesuodji`,hidePassword:`Čiehka sátnesuodji`,openCountrySelector:`Rahpat riikkaválljenjoavkku`,close:`Gidde`,loading:`Viežžamin`},en:{clear:`Clear`,showPassword:`Show password`,hidePassword:`Hide password`,openCountrySelector:`Open country selector`,close:`Close`,loading:`Loading`}},Dt=new Map(Object.entries(Et));function Ot(e){return Dt.get(e)??Dt.get(kt(e))??Et.nb}function kt(e){return e.toLowerCase().split(`-`)[0]}var At=class{constructor(e){this.managed=!1,(this.host=e).addController(this),this.observer=new MutationObserver(()=>this.handleDocumentLangChange())}hostConnected(){this.host.hasAttribute(`lang`)||(this.host.setAttribute(`lang`,Tt(this.host)),this.managed=!0),this.observer.observe(document.documentElement,{attributes:!0,attributeFilter:[`lang`]})}hostDisconnected(){this.observer.disconnect()}handleDocumentLangChange(){this.managed&&(this.host.removeAttribute(`lang`),this.host.setAttribute(`lang`,Tt(this.host))),this.host.requestUpdate()}},jt=Object.defineProperty,Mt=Object.getOwnPropertyDescriptor,J=(e,t,n,r)=>{for(var i=r>1?void 0:r?Mt(t,n):t,a=e.length-1,o;a>=0;a--)(o=e[a])&&(i=(r?o(t,n,i):o(i))||i);return r&&i&&jt(t,n,i),i};let Nt=[o`
    :host {
      display: block;
    }

    /* Hide increment/decrement buttons on inputs */
    input[type='number']::-webkit-outer-spin-button,
    input[type='number']::-webkit-inner-spin-button,
    input[type='number'] {
        -webkit-appearance: none;
        margin: 0;
        -moz-appearance: textfield !important;
    }

    .ds-field-affixes {
      background: var(--ds-color-neutral-background-tinted);
    }

    .has-field-buttons {
      --mid-field-button-size: var(--ds-size-7);
      --mid-field-button-gap: var(--ds-size-3);
      --mid-field-button-border: var(--ds-border-width-default);
      position: relative;
      display: block;
    }

    .has-field-buttons .ds-input {
      padding-inline-end: calc(
        var(--mid-field-button-size) + 2 * var(--mid-field-button-gap)
      );
    }

    .has-field-buttons--two .ds-input {
      padding-inline-end: calc(
        2 * (var(--mid-field-button-size) + 2 * var(--mid-field-button-gap))
      );
    }

    .password-toggle-input::-ms-reveal,
    .password-toggle-input::-ms-clear {
      display: none;
    }

    .has-field-buttons .ds-input::-webkit-credentials-auto-fill-button {
      margin-inline-end: calc(
        var(--mid-field-button-size) + 2 * var(--mid-field-button-gap)
      );
    }

    .has-field-buttons--two .ds-input::-webkit-credentials-auto-fill-button {
      margin-inline-end: calc(
        2 * (var(--mid-field-button-size) + 2 * var(--mid-field-button-gap))
      );
    }

    .has-field-buttons:hover
      .ds-input:not(:focus-visible, :disabled, [readonly], [aria-readonly='true']) {
      outline: var(--dsc-input-outline-width--hover)
        var(--dsc-input-outline-style--hover)
        var(--dsc-input-outline-color--hover);
    }

    .has-field-buttons:hover
      .ds-input[aria-invalid='true']:not(:focus-visible, :disabled, [readonly], [aria-readonly='true']) {
      outline-color: var(--dsc-input-accent-color--invalid);
    }

    .field-buttons {
      position: absolute;
      inset-block: var(--mid-field-button-border);
      inset-inline-end: var(--mid-field-button-border);
      display: flex;
      pointer-events: none;
    }

    .field-button {
      display: flex;
      align-items: center;
      justify-content: center;
      color: var(--ds-color-neutral-text-subtle);
      pointer-events: auto;
    }

    .field-buttons .field-button {
      padding-inline: var(--mid-field-button-gap);
    }

    .field-button > span {
      display: flex;
      align-items: center;
      justify-content: center;
      border-radius: var(--ds-border-radius-sm);
      block-size: var(--mid-field-button-size, var(--ds-size-7));
      inline-size: var(--mid-field-button-size, var(--ds-size-7));
    }

    .field-button mid-icon {
      font-size: var(--mid-field-button-size, var(--ds-size-7));
    }

    .field-button:focus-visible {
      outline: none;
    }

    .field-button:focus-visible > span {
      box-shadow: 0 0 0 var(--ds-border-width-focus) var(--ds-color-focus-inner);
      outline: var(--ds-color-focus-outer) solid var(--ds-border-width-focus);
      outline-offset: var(--ds-border-width-focus);
    }

    /* The validation message stays in the DOM so its text lands in a live region
       the screen reader is already watching - WebKit does not reliably announce
       one revealed at the same moment the text arrives. When empty it must paint
       nothing and take no room: the element drops the ds-validation-message class
       (whose ::before paints an error icon regardless of the text) and this rule
       cancels the sibling spacing from .ds-field > * + *, which the .ds-field >
       prefix is enough to outrank without !important. */
    .ds-field > .validation-message--empty {
      margin-top: 0;
    }
  `],Pt=0,Y=class extends $e(I(j,Nt)){constructor(){super(),this.hasSlotControler=new Xe(this,`label`,`prefix`,`suffix`),this.initialValue=``,this.label=``,this.description=``,this.value=``,this.size=`md`,this.autofocus=!1,this.invalidmessage=``,this.type=`text`,this.inputmode=`text`,this.clearable=!1,this.passwordtoggle=!1,this.passwordvisible=!1,this.disabled=!1,this.readonly=!1,this.required=!1,this.hidelabel=!1,this.hidedescription=!1,this.hasFocus=!1,new At(this),Pt++,this.inputId=`mid-textfield-input-${Pt}`,this.descriptionId=`mid-textfield-description-${Pt}`,this.validationId=`mid-textfield-validation-${Pt}`,this.setValue(this.value)}static get formControlValidators(){return[et,nt,tt,rt,it]}connectedCallback(){super.connectedCallback(),this.initialValue=this.value}get validationTarget(){return this.input}firstUpdated(e){super.firstUpdated(e),this.setValue(this.value)}disconnectedCallback(){this.inputMask?.destroy()}handleKeydown(e){let t=e.metaKey||e.ctrlKey||e.shiftKey||e.altKey;e.key===`Enter`&&!t&&setTimeout(()=>{!e.defaultPrevented&&!e.isComposing&&this.form.requestSubmit()})}handleBlur(){this.hasFocus=!1,this.dispatchEvent(new Event(`mid-blur`,{bubbles:!0,composed:!0}))}handleChange(){this.value=this.input.value,this.dispatchEvent(new Event(`mid-change`,{bubbles:!0,composed:!0}))}handleInput(){let e=this.input.value;this.type===`number`&&(e=e.replace(/[^0-9]/g,``)),this.value=e,this.setValue(this.value),this.dispatchEvent(new Event(`mid-input`,{bubbles:!0,composed:!0}))}handleFocus(){this.hasFocus=!0,this.dispatchEvent(new Event(`mid-focus`,{composed:!0,bubbles:!0}))}handlePasswordToggle(){this.passwordvisible=!this.passwordvisible}handleInFieldButtonMousedown(e){e.preventDefault()}handleClearClick(e){e.preventDefault(),this.value!==``&&(this.value=``,this.dispatchEvent(new Event(`mid-clear`,{composed:!0,bubbles:!0})),this.dispatchEvent(new Event(`mid-input`,{composed:!0,bubbles:!0})),this.dispatchEvent(new Event(`mid-change`,{composed:!0,bubbles:!0}))),this.input.focus()}focus(){this.hasFocus=!0,this.input.focus()}resetFormControl(){this.invalidmessage=``,this.value=this.initialValue}forceError(e){super.forceError(e)}handleValueUpdate(){this.setValue(this.value)}async handleMaskUpdate(){this.mask&&(await this.updateComplete,this.inputMask?.destroy(),this.inputMask=new wt(this.input,{mask:this.mask,eager:!0}))}render(){let e=Tt(this),t=Ot(e),n=this.hasSlotControler.test(`label`),r=!!this.label||!!n,i=this.hasSlotControler.test(`prefix`),a=this.hasSlotControler.test(`suffix`),o=this.clearable&&!this.disabled&&!this.readonly,s=this.passwordtoggle&&!this.disabled,c=(o||s)&&!i&&!a,l=i||a,u=o&&(typeof this.value==`number`||this.value.length>0),d=[this.description?this.descriptionId:void 0,this.invalidmessage?this.validationId:void 0].filter(Boolean).join(` `),f=T`
      <button
        type="button"
        part="password-toggle-button"
        class="field-button"
        aria-label=${this.passwordvisible?t.hidePassword:t.showPassword}
        aria-controls=${this.inputId}
        @mousedown=${this.handleInFieldButtonMousedown}
        @click=${this.handlePasswordToggle}
      >
        <span>
          <mid-icon
            library="system"
            name=${this.passwordvisible?`eye-slash`:`eye`}
          ></mid-icon>
        </span>
      </button>
    `,p=T`
      <button
        type="button"
        part="clear-button"
        class="field-button"
        aria-label=${t.clear}
        @mousedown=${this.handleInFieldButtonMousedown}
        @click=${this.handleClearClick}
      >
        <span>
          <mid-icon library="nav-aksel" name="trash"></mid-icon>
        </span>
      </button>
    `;return T`
      <ds-field
        part="field"
        class="ds-field"
        data-size=${this.size}
      >
        <label
          for="${this.inputId}"
          class="${F({"sr-only":this.hidelabel||!r})} ds-label"
        >
          <slot name="label"> ${this.label} </slot>
        </label>
        ${this.description?T`
              <div
                id="${this.descriptionId}"
                part="description"
                aria-hidden="true"
                class="${F({"sr-only":this.hidelabel||this.hidedescription})}"
              >
                ${this.description}
              </div>
            `:D}
        <div
          part="base"
          class="${F({"ds-field-affixes":l,"has-field-buttons":c,"has-field-buttons--two":c&&o&&s})}"
        >
          ${i?T`<span class="ds-field-affix"><slot name="prefix"></slot></span>`:T`<slot name="prefix"></slot>`}
          <input
            id="${this.inputId}"
            class="${F({"ds-input":!0,"password-toggle-input":s})}"
            part="input"
            lang=${e}
            .value=${qe(this.value)}
            ?disabled=${this.disabled}
            ?readonly=${this.readonly}
            ?required=${this.required}
            ?autofocus=${this.autofocus}
            autocomplete=${L(this.autocomplete)}
            type=${this.type===`password`&&this.passwordvisible?`text`:this.type}
            aria-describedby=${L(d||void 0)}
            aria-invalid=${this.invalidmessage?`true`:`false`}
            aria-errormessage=${L(this.invalidmessage?this.validationId:void 0)}
            placeholder=${L(this.placeholder)}
            minlength=${L(this.minlength)}
            maxlength=${L(this.maxlength)}
            min=${L(this.min)}
            max=${L(this.max)}
            pattern=${L(this.pattern)}
            inputmode=${this.inputmode}
            @input=${this.handleInput}
            @change=${this.handleChange}
            @focus=${this.handleFocus}
            @blur=${this.handleBlur}
            @keydown=${this.handleKeydown}
          />
          ${c?T`
                <div class="field-buttons">
                  ${u?p:D}
                  ${s?f:D}
                </div>
              `:D}
          ${!c&&u?T`<span class="ds-field-affix">${p}</span>`:D}
          ${!c&&s?T`<span class="ds-field-affix">${f}</span>`:D}
          ${a?T`<span part="suffix" class="ds-field-affix"><slot name="suffix"></slot></span>`:T`<slot name="suffix"></slot>`}
        </div>
        <p
          class="${F({"ds-validation-message":!!this.invalidmessage,"validation-message--empty":!this.invalidmessage})}"
          part="validation-message"
          id="${this.validationId}"
          aria-live="polite"
        >
          ${this.invalidmessage}
        </p>
      </ds-field>
    `}};J([ze(`input`)],Y.prototype,`input`,2),J([N()],Y.prototype,`label`,2),J([N()],Y.prototype,`description`,2),J([N()],Y.prototype,`value`,2),J([N()],Y.prototype,`size`,2),J([N({converter:Je})],Y.prototype,`placeholder`,2),J([N({type:Boolean})],Y.prototype,`autofocus`,2),J([N()],Y.prototype,`autocomplete`,2),J([N({type:Number})],Y.prototype,`minlength`,2),J([N({type:Number})],Y.prototype,`maxlength`,2),J([N()],Y.prototype,`min`,2),J([N()],Y.prototype,`max`,2),J([N()],Y.prototype,`invalidmessage`,2),J([N()],Y.prototype,`type`,2),J([N()],Y.prototype,`inputmode`,2),J([N({type:Boolean})],Y.prototype,`clearable`,2),J([N({type:Boolean})],Y.prototype,`passwordtoggle`,2),J([N({type:Boolean})],Y.prototype,`passwordvisible`,2),J([N({type:Boolean,reflect:!0})],Y.prototype,`disabled`,2),J([N({type:Boolean,reflect:!0})],Y.prototype,`readonly`,2),J([N()],Y.prototype,`pattern`,2),J([N({type:Boolean})],Y.prototype,`required`,2),J([N({type:Boolean})],Y.prototype,`hidelabel`,2),J([N({type:Boolean})],Y.prototype,`hidedescription`,2),J([N()],Y.prototype,`mask`,2),J([Le()],Y.prototype,`hasFocus`,2),J([H(`value`)],Y.prototype,`handleValueUpdate`,1),J([H(`mask`)],Y.prototype,`handleMaskUpdate`,1),Y=J([M(`mid-textfield`)],Y);let Ft,It,Lt;function Rt(e,t){return t===null?null:t&&t instanceof Element&&t.closest(e)||Rt(e,t instanceof Element&&t.getRootNode().host||null)}function zt(e){if(`OTPCredential`in window){let t=e.querySelector(`input[autocomplete="one-time-code"]`);if(!t||!navigator.credentials)return;It=new AbortController,Ft=Rt(`form`,t),Lt=()=>{It?.abort(`Form submitted manually`)},Ft?.addEventListener(`submit`,Lt),navigator.credentials.get({otp:{transport:[`sms`]},signal:It.signal}).then(e=>{if(!e?.code)return;let n=e.code;n.length>=t.maxLength&&t.addEventListener(`mid-complete`,()=>{Ft?.requestSubmit()},{once:!0}),t.value=n,t.dispatchEvent(new Event(`input`,{bubbles:!0,cancelable:!0,composed:!0}))}).catch(e=>{e.name})}}var Bt=Object.defineProperty,Vt=Object.getOwnPropertyDescriptor,X=(e,t,n,r)=>{for(var i=r>1?void 0:r?Vt(t,n):t,a=e.length-1,o;a>=0;a--)(o=e[a])&&(i=(r?o(t,n,i):o(i))||i);return r&&i&&Bt(t,n,i),i};let Ht=0,Ut=[o`
    :host {
      display: block;
    }

    .code-input-label {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      margin-block-end: 0.5rem;
      font-weight: 500;
    }

    .code-input-label--with-description {
      margin-block-end: 0.25rem;
    }

    .code-input-label--sm {
      font-size: var(--ds-body-sm-font-size, 1rem);
      line-height: var(--ds-body-md-line-height, 1.5);
    }

    .code-input-label--md {
      font-size: var(--ds-body-md-font-size, 1.125rem);
      line-height: var(--ds-body-md-line-height, 1.5);
    }

    .code-input-label--lg {
      font-size: var(--ds-body-lg-font-size, 1.3125rem);
      line-height: var(--ds-body-md-line-height, 1.5);
    }

    .code-input-description {
      margin-block-end: 0.5rem;
      color: var(--ds-color-neutral-text-subtle, #545e6b);
    }

    .code-input-label--hidden,
    .code-input-description--hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      padding: 0;
      margin: -1px;
      overflow: hidden;
      clip: rect(0, 0, 0, 0);
      white-space: nowrap;
      border: 0;
    }

    .code-input-label--disabled,
    .code-input-description--disabled,
    .input-wrapper--disabled {
      opacity: var(--ds-opacity-disabled, 0.38);
    }

    .input-wrapper {
      position: relative;
      cursor: text;
      width: fit-content;
      font-size: 1rem;
      line-height: 1.3;
      font-weight: 500;
    }

    .input-wrapper--sm {
      font-size: var(--ds-heading-sm-font-size, 1.125rem);
      line-height: var(--ds-heading-sm-line-height, 1.3);
      font-weight: var(--ds-heading-sm-font-weight, 500);
    }

    .input-wrapper--md {
      font-size: var(--ds-heading-md-font-size, 1.25rem);
      line-height: var(--ds-heading-md-line-height, 1.3);
      font-weight: var(--ds-heading-md-font-weight, 500);
    }

    .input-wrapper--lg {
      font-size: var(--ds-heading-lg-font-size, 1.5rem);
      line-height: var(--ds-heading-lg-line-height, 1.3);
      font-weight: var(--ds-heading-lg-font-weight, 500);
    }

    .input-wrapper--disabled {
      cursor: not-allowed;
    }

    .character-boxes {
      display: inline-flex;
      gap: var(--mid-code-input-gap, 0.5rem);
    }

    .character-box {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      position: relative;
      box-sizing: border-box;
      width: var(--mid-code-input-box-size, var(--ds-size-13, 3.25rem));
      height: var(--mid-code-input-box-size, var(--ds-size-13, 3.25rem));
      padding-inline: 0.25rem;
      user-select: none;
      text-align: center;
      font-family:
        ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas,
        'Liberation Mono', 'Courier New', monospace;
      line-height: 1;
      border: var(--ds-border-width-default, 1px) solid
        var(
          --mid-code-input-border-color,
          var(--ds-color-neutral-border-default, #717a84)
        );
      border-radius: var(
        --mid-code-input-border-radius,
        var(--ds-border-radius-md, 0.25rem)
      );
      background-color: var(
        --mid-code-input-background,
        var(--ds-color-neutral-background-default, #ffffff)
      );
      color: var(--mid-code-input-text-color, inherit);
    }

    .character-box--empty {
      color: var(
        --mid-code-input-placeholder-color,
        var(--ds-color-neutral-surface-active, #c7cacf)
      );
    }

    .character-box--empty::before {
      content: '';
      box-sizing: border-box;
      width: 0.55em;
      height: 0.55em;
      border: 2px solid currentColor;
      border-radius: 50%;
    }

    .character-box--invalid {
      border-width: 2px;
      border-color: var(
        --mid-code-input-danger-border-color,
        var(--ds-color-danger-border-default, #ce4d4d)
      );
      background-color: var(
        --mid-code-input-danger-background,
        var(--ds-color-danger-surface-tinted, #f8e4e4)
      );
    }

    .character-box--invalid.character-box--empty {
      color: var(
        --mid-code-input-danger-placeholder-color,
        var(--ds-color-danger-surface-active, #edbfbf)
      );
    }

    .focus-ring-sm {
      outline: 2px solid var(--ds-color-focus-outer, #1f2c3d);
      outline-offset: 2px;
      box-shadow: 0 0 0 2px var(--ds-color-focus-inner, #ffffff);
    }

    /* Ensure hidden attribute always hides elements even when Tailwind's
       @layer base [hidden] rule is not available in the shadow DOM */
    [hidden] {
      display: none !important;
    }

    .hidden-input {
      position: absolute;
      top: 0;
      left: 0;
      width: 100%;
      height: 100%;
      padding: 0;
      margin: 0;
      background: transparent;
      border: none;
      outline: none;
      color: transparent;
      caret-color: transparent;
      font-size: 16px; /* Minimum 16px prevents iOS zoom on focus */
      pointer-events: none;
      -webkit-appearance: none;
      appearance: none;
    }

    .hidden-input:focus {
      outline: none;
    }

    .hidden-input:disabled {
      cursor: not-allowed;
    }

    @keyframes blink {
      0%,
      100% {
        opacity: 1;
      }
      50% {
        opacity: 0;
      }
    }

    .character-box--caret::after {
      content: '';
      position: absolute;
      width: 2px;
      height: 60%;
      background-color: var(
        --color-accent-base,
        var(--ds-color-accent-base-default, blue)
      );
      animation: blink 1s step-end infinite;
    }

    .character-box--caret-leading::after {
      inset-inline-start: 0;
    }

    /* Hide placeholder circle when the caret is at this position */
    .character-box--caret.character-box--empty {
      color: transparent;
    }

    .validation-message {
      display: flex;
      gap: 0.25rem;
      color: var(--ds-color-danger-text-subtle, #a22e2e);
    }

    .validation-message--visible {
      margin-block-start: 0.5rem;
    }

    .validation-icon {
      margin-block-start: 0.25rem;
      min-width: 1.25rem;
      min-height: 1.25rem;
    }
  `],Z=class extends $e(I(j,Ut)){constructor(){super(...arguments),this.hasSlotControler=new Xe(this,`label`,`description`),this.labelId=`mid-code-input-label-${Ht++}`,this.descriptionId=`mid-code-input-description-${Ht++}`,this.validationId=`mid-code-input-validation-${Ht++}`,this.value=``,this.label=``,this.description=``,this.type=`text`,this.inputmode=`numeric`,this.size=`sm`,this.length=5,this.disabled=!1,this.autofocus=!1,this.invalidmessage=``,this.hidelabel=!1,this.hidedescription=!1,this.required=!1,this.isFocused=!1,this.caretPosition=0,this.lastFormValue=null,this.handleSelectionChange=()=>{this.isFocused&&this.syncCaretPosition()}}static get formControlValidators(){return[et,nt,tt,rt]}get validationTarget(){return this.inputElement}firstUpdated(e){zt(this.renderRoot)}connectedCallback(){super.connectedCallback(),this.ownerDocument.addEventListener(`selectionchange`,this.handleSelectionChange)}disconnectedCallback(){super.disconnectedCallback(),this.ownerDocument.removeEventListener(`selectionchange`,this.handleSelectionChange)}handleBoxClick(e){this.disabled||(this.value=this.value.substring(0,e),this.focus())}syncCaretPosition(){let e=this.inputElement;e&&(this.caretPosition=(e.selectionDirection===`backward`?e.selectionStart:e.selectionEnd)??this.value.length)}handleFocus(){if(this.isFocused=!0,this.value.length>0){let e=this.value.length;this.inputElement.setSelectionRange(e,e)}this.syncCaretPosition()}handleBlur(){this.isFocused=!1}filterValue(e){return this.type===`number`?e.replace(/\D/g,``):e}handleBeforeInput(e){this.type===`number`&&e.inputType===`insertText`&&e.data&&(/\d/.test(e.data)||e.preventDefault())}handlePaste(e){if(this.type!==`number`)return;let t=e.clipboardData?.getData(`text`)??``,n=this.filterValue(t);if(n===t)return;e.preventDefault();let r=this.inputElement,i=r.selectionStart??r.value.length,a=r.selectionEnd??i,o=(r.value.slice(0,i)+n+r.value.slice(a)).substring(0,this.length);if(o===r.value)return;r.value=o,r.dispatchEvent(new InputEvent(`input`,{bubbles:!0,composed:!0}));let s=Math.min(i+n.length,r.value.length);r.setSelectionRange(s,s),this.syncCaretPosition()}handleInput(e){let t=e.target,n=this.filterValue(t.value);n=n.substring(0,this.length),t.value!==n&&(t.value=n),this.syncCaretPosition(),this.value!==n&&(this.value=n,this.lastFormValue=n,this.setValue(n)),this.inputElement.dispatchEvent(new Event(`mid-input`,{bubbles:!0,composed:!0})),this.value.length===this.length&&this.value.length>0&&this.inputElement.dispatchEvent(new Event(`mid-complete`,{bubbles:!0,composed:!0}))}handleChange(){this.inputElement.dispatchEvent(new Event(`mid-change`,{bubbles:!0,composed:!0}))}handleKeydown(e){let t=e.metaKey||e.ctrlKey||e.shiftKey||e.altKey;e.key===`Enter`&&!t&&setTimeout(()=>{!e.defaultPrevented&&!e.isComposing&&this.form?.requestSubmit()})}clear(){this.value=``,this.lastFormValue=``,this.setValue(``),this.invalidmessage=``,this.caretPosition=0}resetFormControl(){this.clear()}focus(e){this.inputElement?this.focusInput(e):this.updateComplete.then(()=>{this.isConnected&&this.focusInput(e)})}focusInput(e){if(this.inputElement){if(this.inputElement.focus(e),this.value.length>0){let e=this.value.length;this.inputElement.setSelectionRange(e,e)}this.syncCaretPosition()}}handleLengthChange(){this.value.length>this.length&&(this.value=this.value.substring(0,this.length))}handleValueChange(){let e=this.filterValue(this.value);e!==this.value&&(this.value=e),this.caretPosition=Math.min(this.caretPosition,this.value.length),e!==this.lastFormValue&&(this.lastFormValue=e,this.syncFormValue(e))}render(){let e=this.hasSlotControler.test(`label`),t=!!this.label||!!e,n=this.hasSlotControler.test(`description`),r=!!this.description||!!n,i=[r?this.descriptionId:void 0,this.invalidmessage?this.validationId:void 0].filter(Boolean).join(` `)||void 0,a=this.value.split(``),o=Array.from({length:this.length},(e,t)=>a[t]||``),s=this.disabled||this.length===0?-1:Math.min(this.caretPosition,this.length-1),c=this.caretPosition<this.length;return T`
      <label
        id="${this.labelId}"
        for="mid-code-input-hidden"
        class="code-input-label ${F({"code-input-label--sm":this.labelsize===`sm`,"code-input-label--md":this.labelsize===`md`,"code-input-label--lg":this.labelsize===`lg`,"code-input-label--hidden":this.hidelabel||!t,"code-input-label--with-description":r,"code-input-label--disabled":this.disabled})}"
      >
        <slot name="label"> ${this.label} </slot>
      </label>
      ${r?T`
            <div
              id="${this.descriptionId}"
              part="description"
              aria-hidden="true"
              class="code-input-description ${F({"code-input-description--hidden":this.hidedescription,"code-input-description--disabled":this.disabled})}"
            >
              <slot name="description"> ${this.description} </slot>
            </div>
          `:D}
      <div
        part="input-container"
        class="input-wrapper ${F({"input-wrapper--sm":this.size===`sm`,"input-wrapper--md":this.size===`md`,"input-wrapper--lg":this.size===`lg`,"input-wrapper--disabled":this.disabled})}"
        @click=${()=>this.focus()}
      >
        <div part="character-boxes" class="character-boxes" aria-hidden="true">
          ${o.map((e,t)=>{let n=this.isFocused&&t===s,r=n&&c;return T`
              <div
                part="character-box"
                aria-hidden="true"
                class="character-box ${F({"character-box--invalid":!!this.invalidmessage,"character-box--caret":r,"character-box--caret-leading":r&&!!e,"character-box--empty":!e,"focus-ring-sm":n})}"
                @click=${e=>{e.stopPropagation(),this.handleBoxClick(t)}}
              >
                ${e}
              </div>
            `})}
        </div>
        <input
          class="hidden-input"
          .value="${qe(this.value)}"
          id="mid-code-input-hidden"
          type="text"
          aria-labelledby="${this.labelId}"
          aria-describedby=${L(i)}
          aria-invalid=${this.invalidmessage?`true`:`false`}
          aria-errormessage=${L(this.invalidmessage?this.validationId:void 0)}
          maxlength="${this.length}"
          ?autofocus="${this.autofocus}"
          ?disabled="${this.disabled}"
          ?required="${this.required}"
          pattern=${L(this.pattern)}
          inputmode="${this.inputmode}"
          autocomplete="one-time-code"
          @beforeinput="${this.handleBeforeInput}"
          @paste="${this.handlePaste}"
          @input="${this.handleInput}"
          @change="${this.handleChange}"
          @keydown="${this.handleKeydown}"
          @focus="${this.handleFocus}"
          @blur="${this.handleBlur}"
        />
      </div>
      <div
        class="validation-message ${F({"validation-message--visible":!!this.invalidmessage})}"
        part="validation-message"
        id="${this.validationId}"
        aria-live="polite"
      >
        ${this.invalidmessage?T`<mid-icon
                name="xmark-octagon-fill"
                class="validation-icon"
              ></mid-icon>
              ${this.invalidmessage}`:D}
      </div>
    `}};X([ze(`.hidden-input`)],Z.prototype,`inputElement`,2),X([N({reflect:!0})],Z.prototype,`value`,2),X([N()],Z.prototype,`label`,2),X([N()],Z.prototype,`description`,2),X([N()],Z.prototype,`type`,2),X([N()],Z.prototype,`inputmode`,2),X([N()],Z.prototype,`size`,2),X([N()],Z.prototype,`labelsize`,2),X([N({type:Number})],Z.prototype,`length`,2),X([N({type:Boolean})],Z.prototype,`disabled`,2),X([N({type:Boolean})],Z.prototype,`autofocus`,2),X([N({type:Number})],Z.prototype,`minlength`,2),X([N()],Z.prototype,`invalidmessage`,2),X([N({type:Boolean})],Z.prototype,`hidelabel`,2),X([N({type:Boolean})],Z.prototype,`hidedescription`,2),X([N({type:Boolean})],Z.prototype,`required`,2),X([N()],Z.prototype,`pattern`,2),X([Le()],Z.prototype,`isFocused`,2),X([Le()],Z.prototype,`caretPosition`,2),X([H(`length`)],Z.prototype,`handleLengthChange`,1),X([H([`value`,`type`])],Z.prototype,`handleValueChange`,1),Z=X([M(`mid-code-input`)],Z);
/**
* @license
* Copyright 2020 Google LLC
* SPDX-License-Identifier: BSD-3-Clause
*/
let Wt=Symbol.for(``),Gt=e=>{if(e?.r===Wt)return e?._$litStatic$},Kt=(e,...t)=>({_$litStatic$:t.reduce((t,n,r)=>t+(e=>{if(e._$litStatic$!==void 0)return e._$litStatic$;throw Error(`Value passed to 'literal' function must be a 'literal' result: ${e}. Use 'unsafeStatic' to pass non-literal values, but\n            take care to ensure page security.`)})(n)+e[r+1],e[0]),r:Wt}),qt=/* @__PURE__ */ new Map,Jt=(e=>(t,...n)=>{let r=n.length,i,a,o=[],s=[],c,l=0,u=!1;for(;l<r;){for(c=t[l];l<r&&(a=n[l],(i=Gt(a))!==void 0);)c+=i+t[++l],u=!0;l!==r&&s.push(a),o.push(c),l++}if(l===r&&o.push(t[r]),u){let e=o.join(`$$lit$$`);(t=qt.get(e))===void 0&&(o.raw=o,qt.set(e,t=o)),n=s}return e(t,...n)})(T);var Yt=Object.defineProperty,Xt=Object.getOwnPropertyDescriptor,Zt=(e,t,n,r)=>{for(var i=r>1?void 0:r?Xt(t,n):t,a=e.length-1,o;a>=0;a--)(o=e[a])&&(i=(r?o(t,n,i):o(i))||i);return r&&i&&Yt(t,n,i),i};let Qt=[o`
    :host {
      display: inline-flex;
    }
  `],$t=class extends I(j,Qt){constructor(){super(...arguments),this.label=``}render(){return T`
      ${this.label?T`<span class="sr-only">${this.label}</span>`:D}
      <svg
        class="animate-spin-slow"
        width="1em"
        height="1em"
        viewBox="0 0 50 50"
        aria-hidden="true"
      >
        <circle
          opacity="0.2"
          stroke="currentColor"
          cx="25"
          cy="25"
          r="20"
          fill="none"
          stroke-width="5"
        ></circle>
        <circle
          class="animate-dash"
          cx="25"
          cy="25"
          r="20"
          fill="none"
          stroke-width="5"
          stroke="currentColor"
        ></circle>
      </svg>
    `}};Zt([N()],$t.prototype,`label`,2),$t=Zt([M(`mid-spinner`)],$t);var en=Object.defineProperty,tn=Object.getOwnPropertyDescriptor,Q=(e,t,n,r)=>{for(var i=r>1?void 0:r?tn(t,n):t,a=e.length-1,o;a>=0;a--)(o=e[a])&&(i=(r?o(t,n,i):o(i))||i);return r&&i&&en(t,n,i),i};let nn=[o`
    :host {
      display: inline-flex;
    }
  `],$=class extends $e(I(j,nn)){constructor(){super(),this.value=``,this.variant=`primary`,this.size=`md`,this.type=`button`,this.disabled=!1,this.loading=!1,this.loadingtext=``,this.iconstyled=!1,new At(this)}handleClick(){this.type===`submit`?(this.value&&this.setValue(this.value),this.internals.form?.requestSubmit()):this.type===`reset`&&this.internals.form?.reset()}get isLink(){return!!this.href}click(){this.button.click()}blur(){this.button.blur()}focus(e){this.button.focus(e)}render(){let e=this.isLink?Kt`a`:Kt`button`,t=this.variant===`primary`,n=this.variant===`secondary`,r=this.variant===`tertiary`,i=this.loading&&!this.loadingtext,a=Ot(Tt(this));return Jt`<${e}
      part="base"
      class="${F({"w-12":this.iconstyled,"h-12":this.iconstyled,"py-2":!this.iconstyled,"px-4":!this.iconstyled,"bg-accent-base":t,"text-accent-base-contrast":t,"border-transparent":t||r,"hover:bg-accent-base-hover":t,"active:bg-accent-base-active":t,"bg-transparent":n||r,"active:bg-accent-surface-active":n||r,"hover:bg-accent-surface-hover":n||r,"text-accent-subtle":n||r,"hover:text-accent":n||r,"border-accent-strong":n,"text-body-sm":this.size===`sm`,"text-body-md":this.size===`md`,"text-body-lg":this.size===`lg`,"cursor-wait":this.loading&&!this.disabled,"cursor-pointer":!this.loading&&!this.disabled,"cursor-not-allowed":this.disabled,relative:i,"gap-0":i,"opacity-disabled":this.disabled&&!this.loading})} grow focus-visible:focus-ring leading-sm flex h-fit min-h-12 min-w-12 items-center justify-center gap-2 rounded border font-medium"
      type=${this.type}
      aria-busy=${this.loading}
      ?disabled=${this.disabled||this.loading}
      href="${L(this.href)}"
      @click="${this.handleClick}"
    >
      <slot
        class="${F({invisible:i})}"
        ?hidden=${this.loading&&!!this.loadingtext}
      ></slot>
      <span ?hidden=${!this.loading||!this.loadingtext}>
        ${this.loadingtext}
      </span>
      ${this.loading?Jt`<mid-spinner
              class="${F({"text-[1.4rem]":!0,absolute:i,"top-[calc(50%_-_0.5em)]":i,"left-[calc(50%_-_0.5em)]":i})}"
              part="spinner"
              label=${i?a.loading:``}
            ></mid-spinner>`:``}
    </${e}>`}};Q([ze(`[part="base"]`)],$.prototype,`button`,2),Q([N({type:String})],$.prototype,`value`,2),Q([N({type:String})],$.prototype,`variant`,2),Q([N({type:String})],$.prototype,`size`,2),Q([N({type:String})],$.prototype,`type`,2),Q([N({type:String})],$.prototype,`href`,2),Q([N({type:Boolean})],$.prototype,`disabled`,2),Q([N({type:Boolean})],$.prototype,`loading`,2),Q([N()],$.prototype,`loadingtext`,2),Q([N({type:Boolean})],$.prototype,`iconstyled`,2),$=Q([M(`mid-button`)],$)})();